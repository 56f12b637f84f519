import { RUNTIME_ABI } from "@/core/compiler/program";
import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { awaitExecution } from "@/server/runtime/await-execution";
import type { ExecutionOutcome, ExecutionRequest } from "@/server/runtime/execution-request";
import { ExecutionRun } from "@/server/runtime/execution-run";
import { RunningExecutions } from "@/server/runtime/running-executions";

export type { ExecutionOutcome, ExecutionRequest, RunnableVersion } from "@/server/runtime/execution-request";

/** An execution under way. */
export interface StartedExecution {
  executionId: string;
  /** Rejects only when the database fails. */
  finished: Promise<ExecutionOutcome>;
}

/**
 * Starts an execution in this process. With a request id it is there when this returns, and starting it again gives the
 * same execution; without one, it has a row at its first effect or at its end.
 *
 * @throws AppError UNAVAILABLE while the process stops
 * @throws AppError CONFLICT when the version needs another runtime
 */
export async function startExecution(app: App, request: ExecutionRequest): Promise<StartedExecution> {
  if (RunningExecutions.of(app).isStopping) throw new AppError("UNAVAILABLE");
  if (request.version.abi !== RUNTIME_ABI) throw new AppError("CONFLICT", { what: "version", id: request.version.id });
  const run = await ExecutionRun.prepare(app, request);
  const { requestId } = request;
  if (requestId && !(await run.claim())) {
    const executionId = await findByRequestId(app, request.workspaceId, requestId);
    return { executionId, finished: awaitExecution(app, { workspaceId: request.workspaceId, executionId }) };
  }
  const finished = run.start();
  // Nobody may be waiting for it.
  finished.catch((error) => app.log.error({ err: error, executionId: run.id }, "an execution was lost"));
  return { executionId: run.id, finished };
}

/** Runs an execution to its end. Throws as `startExecution` does. */
export async function execute(app: App, request: ExecutionRequest): Promise<ExecutionOutcome> {
  const { finished } = await startExecution(app, request);
  return finished;
}

async function findByRequestId(app: App, workspaceId: string, requestId: string): Promise<string> {
  const { rows } = await app.pool.query<{ id: string }>(
    "SELECT id FROM execution WHERE workspace_id = $1 AND request_id = $2",
    [workspaceId, requestId],
  );
  if (!rows[0]) throw new AppError("UNAVAILABLE");
  return rows[0].id;
}
