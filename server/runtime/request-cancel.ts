import type { App } from "@/server/app";

/** Asks an execution to stop; whoever runs it ends it within a second. One that has ended stays as it ended. */
export async function requestCancel(app: App, workspaceId: string, executionId: string): Promise<void> {
  await app.pool.query(
    `UPDATE execution SET cancel_requested_at = coalesce(cancel_requested_at, now())
      WHERE workspace_id = $1 AND id = $2 AND finished_at IS NULL`,
    [workspaceId, executionId],
  );
  await app.changes.notify({ kind: "execution", workspaceId, id: executionId });
}
