import { CANCELED } from "@/core/execution/canceled";
import type { App } from "@/server/app";
import { endUnowned } from "@/server/runtime/end-unowned";

/**
 * Asks an execution to stop, and those it called with it: whoever runs it ends it within a second, and one that nobody
 * runs is ended at once. One that has ended stays as it ended.
 *
 * @returns whether it had not: then it ends as stopped, whatever it still does
 */
export async function requestCancel(app: App, workspaceId: string, executionId: string): Promise<boolean> {
  const { rows } = await app.pool.query<{ id: string }>(
    `WITH RECURSIVE family AS (
       SELECT id FROM execution WHERE workspace_id = $1 AND id = $2
       UNION
       SELECT e.id FROM execution e JOIN family f ON e.cause_execution_id = f.id
        WHERE e.workspace_id = $1 AND e.finished_at IS NULL
     )
     UPDATE execution e SET cancel_requested_at = coalesce(cancel_requested_at, now())
       FROM family WHERE e.id = family.id AND e.finished_at IS NULL RETURNING e.id`,
    [workspaceId, executionId],
  );
  for (const { id } of rows) await endUnowned(app, id, { status: "canceled", error: CANCELED });
  await app.changes.notify(rows.map(({ id }) => ({ kind: "execution", workspaceId, id })));
  return rows.some(({ id }) => id === executionId);
}
