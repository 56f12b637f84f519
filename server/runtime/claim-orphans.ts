import type { ExecutionError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { CHANGES_CHANNEL } from "@/server/database/changes";
import { CLAIMED_COLUMNS, type ClaimedExecution } from "@/server/runtime/claimed-execution";
import { LEASE_SECONDS } from "@/server/runtime/journal/journal";

/** An execution that kills its process so often is not gone on with: a person looks at it first. */
const MOST_LOSSES = 3;

/** So many are claimed at once. */
export const ORPHANS_AT_ONCE = 50;

export interface ClaimedOrphan extends ClaimedExecution {
  /** It lost its process too often, and belongs to nobody now: a person decides. */
  parked: boolean;
}

/**
 * Takes over executions whose lease ran out by the database's clock, under a new fencing number: a process that comes back
 * writes nothing. Each loss is counted.
 *
 * @param own one that this process itself gives up, whatever its lease: its id and fencing number
 */
export async function claimOrphans(app: App, own?: { id: string; fence: number }): Promise<ClaimedOrphan[]> {
  const lost: ExecutionError = { code: "WORKER_LOST_OFTEN", params: { times: MOST_LOSSES }, message: "" };
  const { rows } = await app.pool.query<ClaimedOrphan>(CLAIM, [
    ...[app.journal.owner, LEASE_SECONDS, MOST_LOSSES, JSON.stringify(lost), CHANGES_CHANNEL, ORPHANS_AT_ONCE],
    ...[own?.id ?? null, own?.fence ?? null],
  ]);
  return rows;
}

const IS_LAST = "e.worker_losses + 1 >= $3 AND e.cancel_requested_at IS NULL";

const CLAIM = `
WITH orphan AS (
  SELECT id FROM execution
   WHERE status = 'running' AND CASE WHEN $7::uuid IS NULL THEN lease_until < now() ELSE id = $7 AND fence = $8::bigint END
   ORDER BY lease_until LIMIT $6 FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE execution e SET fence = e.fence + 1, worker_losses = e.worker_losses + 1,
    status = CASE WHEN ${IS_LAST} THEN 'needs-decision' ELSE 'running' END,
    error = CASE WHEN ${IS_LAST} THEN $4::jsonb || jsonb_strip_nulls(jsonb_build_object('nodeId', (
      SELECT node_id FROM execution_step s WHERE s.execution_id = e.id AND s.status = 'running' ORDER BY ordinal LIMIT 1)))
      END,
    lease_owner = CASE WHEN ${IS_LAST} THEN NULL ELSE $1 END,
    lease_until = CASE WHEN ${IS_LAST} THEN NULL ELSE now() + make_interval(secs => $2) END
  FROM orphan WHERE e.id = orphan.id AND e.status = 'running'
  RETURNING e.*
), steps AS (
  UPDATE execution_step s SET status = 'needs-decision' FROM claimed e
   WHERE s.execution_id = e.id AND e.status = 'needs-decision' AND s.status = 'running'
)
SELECT ${CLAIMED_COLUMNS}, e.status = 'needs-decision' AS parked, pg_notify($5, json_build_array(
  json_build_object('kind', 'execution', 'workspaceId', workspace_id, 'id', id))::text)
FROM claimed e`;
