import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";

/**
 * Answers a wait, once. Its execution goes on when this returns, or when it has been put away.
 *
 * @param ticket the condition on `wait_ticket` that names it, with its values
 * @returns false when there is no such wait, or it was answered or is over
 */
export async function answerWait(
  app: App,
  ticket: { where: string; values: unknown[] },
  answer: Json,
): Promise<boolean> {
  const at = ticket.values.length + 1;
  const { rows } = await app.pool.query<{ executionId: string; workspaceId: string }>(
    `UPDATE wait_ticket SET answer = $${at}, answered_at = now()
      WHERE ${ticket.where} AND answer IS NULL AND (due_at IS NULL OR due_at > now())
        AND EXISTS (SELECT 1 FROM execution e WHERE e.id = execution_id AND e.finished_at IS NULL)
     RETURNING execution_id AS "executionId", workspace_id AS "workspaceId"`,
    [...ticket.values, JSON.stringify(answer)],
  );
  const [answered] = rows;
  if (!answered) return false;
  const { executionId: id, workspaceId } = answered;
  // A statement of its own: whoever puts the execution away looks for the answer after that, so one of the two sees it.
  await app.pool.query("UPDATE execution SET wake_at = now() WHERE id = $1 AND status = 'waiting'", [id]);
  await app.changes.notify({ kind: "execution", workspaceId, id });
  return true;
}
