import type { App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import { type EnqueuedExecution, enqueueExecution } from "@/server/runtime/dispatch/enqueue-execution";
import { claimQueueRoom } from "@/server/runtime/dispatch/queue-room";
import type { ExecutionRequest } from "@/server/runtime/execution-request";

/**
 * Puts an execution into the queue that has no cause to be committed with; it is there when this returns.
 *
 * @throws AppError TOO_MANY_REQUESTS when the workspace's queue is full
 */
export async function queueExecution(app: App, request: ExecutionRequest): Promise<EnqueuedExecution> {
  await claimQueueRoom(app, request.workspaceId);
  return inTransaction(app, (tx) => enqueueExecution(tx, app, request));
}
