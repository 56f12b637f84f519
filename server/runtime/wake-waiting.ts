import { AppError, type ExecutionError } from "@/core/execution/errors";
import { outcomeOf } from "@/core/execution/outcome";
import type { App } from "@/server/app";
import { LEASE_SECONDS, LostExecution } from "@/server/runtime/journal/journal";
import { type ClaimedExecution, resumeExecution } from "@/server/runtime/resume-execution";
import { RunningExecutions } from "@/server/runtime/running-executions";
import { ANSWERED } from "@/server/runtime/settle-suspended";

/** So many go on at once in one process; the others a moment later, or in another. */
const AT_ONCE = 50;

/**
 * Goes on with the executions whose wait is over by the database's clock. Each is claimed by one process alone, under a
 * new fencing number.
 *
 * @returns the ids of those that go on now, and how they end
 */
export async function wakeWaiting(app: App): Promise<{ id: string; finished: Promise<unknown> }[]> {
  if (RunningExecutions.of(app).isStopping) return [];
  const { rows } = await app.pool.query<ClaimedExecution>(CLAIM, [app.journal.owner, LEASE_SECONDS, AT_ONCE]);
  return rows.map((row) => ({ id: row.id, finished: goOn(app, row) }));
}

/** Never rejects: what cannot go on is ended, or left to the sweeper. */
export async function goOn(app: App, row: ClaimedExecution): Promise<void> {
  try {
    await resumeExecution(app, row);
  } catch (error) {
    if (error instanceof LostExecution) return;
    app.log.error({ err: error, executionId: row.id }, "an execution could not go on");
    if (error instanceof AppError) await endUnresumable(app, row).catch(() => {});
  }
}

/** Its version is gone: nothing can compute it up to where it was. */
async function endUnresumable(app: App, { id, fence }: ClaimedExecution): Promise<void> {
  const error: ExecutionError = { code: "REPLAY_DIFFERS", params: {}, message: "" };
  const outcome = outcomeOf({ status: "failed", handledFailures: 0, error, message: null, stepLabel: null });
  await app.pool.query(
    `UPDATE execution SET status = 'failed', error = $3::jsonb, outcome = $4::jsonb, finished_at = $5, wake_at = NULL,
       lease_owner = NULL, lease_until = NULL WHERE id = $1 AND fence = $2 AND finished_at IS NULL`,
    [id, fence, JSON.stringify(error), JSON.stringify(outcome), app.clock.now()],
  );
}

const CLAIM = `
WITH due AS (
  SELECT e.id FROM execution e
   WHERE e.status = 'waiting' AND e.wake_at <= now() ORDER BY e.wake_at LIMIT $3 FOR UPDATE SKIP LOCKED
)
UPDATE execution e SET status = 'running', fence = e.fence + 1, wake_at = NULL, lease_owner = $1,
    lease_until = now() + make_interval(secs => $2)
  FROM due WHERE e.id = due.id
RETURNING e.id, e.workspace_id AS "workspaceId", e.version_id AS "versionId", e.mode, e.trigger_type AS "triggerType",
  e.trigger_node_id AS "triggerNodeId", e.input, e.started_from AS "startedFrom", e.runs_as_id AS "runsAsId",
  e.cause_execution_id AS "causeExecutionId", e.depth, e.limits, e.variables, e.seed::text, e.started_at AS "startedAt",
  e.active_ms AS "activeMs", e.fence::text`;

/** Makes due what was answered while nobody heard of it. */
export async function findAnswered(app: App): Promise<void> {
  await app.pool.query(
    `UPDATE execution e SET wake_at = now()
      WHERE e.status = 'waiting' AND (e.wake_at IS NULL OR e.wake_at > now()) AND EXISTS (${ANSWERED})`,
  );
}
