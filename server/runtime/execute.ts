import { OLDEST_ABI, RUNTIME_ABI } from "@/core/compiler/program";
import { AppError } from "@/core/execution/errors";
import { limitsFor } from "@/core/execution/limits";
import type { App } from "@/server/app";
import { takePlace } from "@/server/runtime/admission";
import { awaitExecution } from "@/server/runtime/await-execution";
import { concurrencyKey } from "@/server/runtime/dispatch/concurrency-key";
import { queueExecution } from "@/server/runtime/dispatch/queue-execution";
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
 * Starts an execution in this process, or puts it into the queue when it takes turns with others; its row is there when
 * this returns. The same request id gives the same execution.
 *
 * @throws AppError UNAVAILABLE while the process stops or is full, TOO_MANY_REQUESTS when the workspace's queue is
 * @throws AppError CONFLICT when the version needs another runtime
 */
export function startExecution(app: App, request: ExecutionRequest): Promise<StartedExecution> {
  return begin(app, request, { rowFirst: true, isAwaited: false });
}

/**
 * Runs an execution to its end, or until all of it waits. Without a request id its row is written at its first effect, at
 * its end, or when it takes longer than a moment: whichever comes first. Throws as `startExecution` does.
 */
export async function execute(app: App, request: ExecutionRequest): Promise<ExecutionOutcome> {
  const { finished } = await begin(app, request, { rowFirst: Boolean(request.requestId), isAwaited: true });
  return finished;
}

interface BeginOptions {
  rowFirst: boolean;
  /** Whether somebody waits for its end. */
  isAwaited: boolean;
}

async function begin(app: App, request: ExecutionRequest, options: BeginOptions): Promise<StartedExecution> {
  if (RunningExecutions.of(app).isStopping) throw new AppError("UNAVAILABLE");
  const { id: versionId, abi } = request.version;
  if (abi < OLDEST_ABI || abi > RUNTIME_ABI) throw new AppError("CONFLICT", { what: "version", id: versionId });
  // What a step of an accepted execution calls is accepted with it.
  const giveBack = request.causeExecutionId ? () => {} : takePlace(app);
  try {
    const takesTurns = concurrencyKey(request) !== null;
    const started = takesTurns ? await beginInTurn(app, request) : await beginHere(app, request, options);
    if (takesTurns && !options.isAwaited) giveBack();
    else started.finished.then(giveBack, giveBack);
    return started;
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function beginHere(app: App, request: ExecutionRequest, options: BeginOptions): Promise<StartedExecution> {
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

/** Its turn may not have come: whoever has room begins with it, and who waits here waits no longer than it may run. */
async function beginInTurn(app: App, request: ExecutionRequest): Promise<StartedExecution> {
  const { executionId } = await queueExecution(app, { awaited: true, ...request });
  const { activeTimeMs: withinMs } = { ...limitsFor(request.trigger.type), ...request.limits };
  const finished = awaitExecution(app, { workspaceId: request.workspaceId, executionId }, { withinMs });
  // Nobody may be waiting for it.
  finished.catch((error) => app.log.warn({ err: error, executionId }, "an execution in the queue was not seen to end"));
  return { executionId, finished };
}
