import type { JournalStep } from "@/core/execution/journal";
import type { App } from "@/server/app";
import { runnableVersion } from "@/server/automations/runnable-version";
import type { ClaimedExecution } from "@/server/runtime/claimed-execution";
import { startExecution } from "@/server/runtime/execute";
import { ExecutionRun } from "@/server/runtime/execution-run";
import { type StoredStep, stepsOfRows } from "@/server/runtime/journal/steps-of-rows";
import type { KnownEffect } from "@/server/runtime/known-effect";
import { effectKey } from "@/server/runtime/sandbox/replay-call";
import type { EffectRequest, KnownStep } from "@/server/runtime/sandbox/sandbox";
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
    workspaceZone(app, workspaceId),
    executionVariables(app, { workspaceId, executionId: id }),
    readBefore(app, row),
  ]);
  return new ExecutionRun(
    app,
    {
      ...{ workspaceId, version, mode: row.mode, input: row.input, startedFrom: row.startedFrom },
      trigger: { type: row.triggerType, nodeId: row.triggerNodeId },
      ...{ runsAsId: row.runsAsId, causeExecutionId: row.causeExecutionId, depth: row.depth },
    },
    {
      ...{ id, timeZone, before, seed: row.seed, limits: row.limits, fence: Number(row.fence) },
      startedAt: row.startedAt.getTime(),
      // What it saw at its start, whatever has been changed since; the values of secrets are today's.
      variables: { shown: row.variables ?? {}, secrets: variables.secrets },
      startNested: (nested) => startExecution(app, nested),
    },
  );
}

async function readBefore(app: App, { id, workspaceId, activeMs }: ClaimedExecution) {
  const values = [workspaceId, id];
  const [steps, effects] = await Promise.all([
    app.pool.query<StoredStep>({ name: "known-steps", text: STEPS, values }),
    app.pool.query<EffectRequest & KnownEffect>({ name: "known-effects", text: EFFECTS, values }),
  ]);
  return {
    activeMs,
    steps: stepsOfRows(steps.rows).map(toKnown),
    effects: new Map(effects.rows.map((row): [string, KnownEffect] => [effectKey(row), row])),
  };
}

/** Without what the program does not ask for. */
function toKnown(step: JournalStep): KnownStep {
  const { nodeId, path, attempt, ordinal, status, output, error, handled, statements, startedAt } = step;
  return { nodeId, path, attempt, ordinal, status, output, error, handled, statements, startedAt };
}

const STEPS = `
  SELECT node_id AS "nodeId", path, attempt, ordinal, status, output, handle, error, handled, statements, rounds,
         (extract(epoch FROM started_at) * 1000)::float8 AS "startedAt"
    FROM execution_step WHERE workspace_id = $1 AND execution_id = $2`;

const EFFECTS = `
  SELECT node_id AS "nodeId", path, attempt, ordinal, kind, target, status, argument_hash AS "argumentHash", request, result,
         error
    FROM execution_effect WHERE workspace_id = $1 AND execution_id = $2`;
