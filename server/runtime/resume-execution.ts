import { limitsFor } from "@/core/execution/limits";
import type { App } from "@/server/app";
import { runnableVersion } from "@/server/automations/runnable-version";
import type { ClaimedExecution } from "@/server/runtime/claimed-execution";
import { startExecution } from "@/server/runtime/execute";
import { ExecutionRun } from "@/server/runtime/execution-run";
import { readBefore } from "@/server/runtime/read-before";
import { workspaceZone } from "@/server/runtime/workspace-zone";
import { executionVariables } from "@/server/variables/execution-variables";

/**
 * Reads all it takes to go on with an execution of which this process holds the lease: what was committed is not done
 * again, and the program is computed up to where it was.
 *
 * @returns the run, not started
 * @throws AppError NOT_FOUND when its version is not there any more; what the database threw
 */
export async function resumeExecution(app: App, row: ClaimedExecution): Promise<ExecutionRun> {
  const { id, workspaceId, versionId } = row;
  const [version, timeZone, variables, before] = await Promise.all([
    runnableVersion(app, { workspaceId, versionId }),
    row.timeZone ?? workspaceZone(app, workspaceId),
    executionVariables(app, { workspaceId, executionId: id }),
    readBefore(app, row),
  ]);
  return new ExecutionRun(
    app,
    {
      ...{ workspaceId, version, mode: row.mode, input: row.input, startedFrom: row.startedFrom },
      trigger: { type: row.triggerType, nodeId: row.triggerNodeId },
      ...{ runsAsId: row.runsAsId, causeExecutionId: row.causeExecutionId, depth: row.depth, awaited: row.awaited },
      traceparent: row.traceparent,
    },
    {
      ...{
        id,
        timeZone,
        before,
        seed: row.seed,
        limits: { ...limitsFor(row.triggerType), ...row.limits },
        fence: Number(row.fence),
      },
      attempt: row.attempt,
      startedAt: row.startedAt.getTime(),
      // What it saw at its start, whatever has been changed since; the values of secrets are today's.
      variables: { shown: row.variables ?? {}, secrets: variables.secrets },
      startNested: (nested) => startExecution(app, nested),
    },
  );
}
