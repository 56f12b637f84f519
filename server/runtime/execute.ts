import { OLDEST_ABI, RUNTIME_ABI } from "@/core/compiler/program";
import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { awaitExecution } from "@/server/runtime/await-execution";
import type { ExecutionOutcome, ExecutionRequest, StartedExecution } from "@/server/runtime/execution-request";
import { ExecutionRun } from "@/server/runtime/execution-run";
import { findByRequestId } from "@/server/runtime/find-by-request-id";
import { newRunFacts } from "@/server/runtime/run-facts";
import { RunningExecutions } from "@/server/runtime/running-executions";

export type {
  ExecutionOutcome,
  ExecutionRequest,
  StartedExecution,
  VersionToRun,
} from "@/server/runtime/execution-request";

/**
 * Starts an execution in this process; its row is there when this returns. The same request id gives the same execution.
 *
 * @throws AppError UNAVAILABLE while the process stops
 * @throws AppError CONFLICT when the version needs another runtime
 */
export function startExecution(app: App, request: ExecutionRequest): Promise<StartedExecution> {
  return begin(app, request, { rowFirst: true });
}

/**
 * Runs an execution to its end, or until all of it waits. Without a request id its row is written at its first effect, at
 * its end, or when it takes longer than a moment: whichever comes first. Throws as `startExecution` does.
 */
export async function execute(app: App, request: ExecutionRequest): Promise<ExecutionOutcome> {
  const { finished } = await begin(app, request, { rowFirst: Boolean(request.requestId) });
  return finished;
}

async function begin(app: App, request: ExecutionRequest, options: { rowFirst: boolean }): Promise<StartedExecution> {
  if (RunningExecutions.of(app).isStopping) throw new AppError("UNAVAILABLE");
  const { id: versionId, abi } = request.version;
  if (abi < OLDEST_ABI || abi > RUNTIME_ABI) throw new AppError("CONFLICT", { what: "version", id: versionId });
  const facts = await newRunFacts(app, request, (nested) => startExecution(app, nested));
  const run = new ExecutionRun(app, request, facts);
  const { workspaceId, requestId } = request;
  if (options.rowFirst && !(await run.claim())) {
    if (!requestId) throw new AppError("UNAVAILABLE");
    const executionId = await findByRequestId(app.pool, workspaceId, requestId);
    return { executionId, finished: awaitExecution(app, { workspaceId, executionId }) };
  }
  const finished = run.start();
  // Nobody may be waiting for it.
  finished.catch((error) => app.log.error({ err: error, executionId: run.id, workspaceId }, "an execution was lost"));
  return { executionId: run.id, finished };
}
