import type { ExecutionError } from "@/core/execution/errors";
import { outcomeOf } from "@/core/execution/outcome";
import type { App } from "@/server/app";
import { CHANGES_CHANNEL } from "@/server/database/changes";

const LOST: ExecutionError = { code: "WORKER_LOST", params: {}, message: "" };

/**
 * Ends executions whose lease ran out by the database's clock: `failed` with WORKER_LOST, steps that ran with them,
 * effects without a result as of unknown outcome. Raises the fencing number, so a process that comes back writes nothing.
 * One that had been put away keeps the time last noted: since its start it may have waited for months.
 *
 * @param lost an execution that its owner itself gives up, whatever its lease
 * @returns the ids of the executions it ended
 */
export async function sweepOrphans(app: App, lost: string | null = null): Promise<string[]> {
  const outcome = outcomeOf({ status: "failed", handledFailures: 0, error: LOST, message: null, stepLabel: null });
  const { rows } = await app.pool.query<{ id: string }>(SWEEP, [
    JSON.stringify(LOST),
    JSON.stringify(outcome),
    CHANGES_CHANNEL,
    lost,
  ]);
  return rows.map(({ id }) => id);
}

const SWEEP = `
WITH orphan AS (
  SELECT id, fence FROM execution WHERE status = 'running' AND (lease_until < now() OR id = $4::uuid)
   ORDER BY lease_until LIMIT 100 FOR UPDATE SKIP LOCKED
), lost AS (
  UPDATE execution e SET
    status = 'failed', error = $1::jsonb || jsonb_strip_nulls(jsonb_build_object('nodeId', (
      SELECT node_id FROM execution_step s WHERE s.execution_id = e.id AND s.status = 'running' ORDER BY ordinal LIMIT 1))),
    outcome = $2::jsonb, fence = e.fence + 1, worker_losses = e.worker_losses + 1, finished_at = now(),
    active_ms = CASE WHEN e.fence > 1 THEN e.active_ms
      ELSE greatest(0, extract(epoch FROM e.lease_until - e.started_at) * 1000)::int END,
    lease_owner = NULL, lease_until = NULL
  FROM orphan o
  WHERE e.id = o.id AND e.fence = o.fence AND e.status = 'running'
  RETURNING e.id, e.workspace_id
), steps AS (
  UPDATE execution_step s SET status = 'failed', error = $1::jsonb
  FROM lost WHERE s.execution_id = lost.id AND s.status IN ('running', 'waiting')
), effects AS (
  UPDATE execution_effect f SET status = 'unknown'
  FROM lost WHERE f.execution_id = lost.id AND f.status = 'intent'
)
SELECT id, pg_notify($3, json_build_array(
  json_build_object('kind', 'execution', 'workspaceId', workspace_id, 'id', id))::text)
FROM lost`;
