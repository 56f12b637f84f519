import type { App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import { type EnqueuedExecution, enqueueExecution } from "@/server/runtime/dispatch/enqueue-execution";
import type { ExecutionRequest } from "@/server/runtime/execution-request";

/** Puts an execution into the queue that has no cause to be committed with; it is there when this returns. */
export const queueExecution = (app: App, request: ExecutionRequest): Promise<EnqueuedExecution> =>
  inTransaction(app, (tx) => enqueueExecution(tx, app, request));
