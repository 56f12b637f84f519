import type { App } from "@/server/app";
import type { ExecutionRequest } from "@/server/runtime/execution-request";

/**
 * Makes due the execution that called the automation of one that has ended: it may have been put away meanwhile. What is
 * missed here is found by the waker.
 */
export async function wakeCaller(app: App, { causeExecutionId }: ExecutionRequest): Promise<void> {
  if (!causeExecutionId) return;
  const sql = "UPDATE execution SET wake_at = now() WHERE id = $1 AND status = 'waiting'";
  await app.pool
    .query(sql, [causeExecutionId])
    .catch((err) => app.log.warn({ err, executionId: causeExecutionId }, "a caller was not woken"));
}
