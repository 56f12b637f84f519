import type { PoolClient } from "pg";
import type { ExecutionError } from "@/core/execution/errors";
import { outcomeOf } from "@/core/execution/outcome";
import type { App } from "@/server/app";
import { CHANGES_CHANNEL } from "@/server/database/changes";

export interface EndOfUnowned {
  status: "canceled" | "failed";
  error: ExecutionError;
  /** The number under which this process holds it; without one it must be nobody's: queued, waiting, or to be decided. */
  fence?: string;
}

/**
 * Ends an execution that nobody runs, with all that is open of it: steps, effects and tickets. Whoever called it is woken.
 *
 * @param client of a transaction
 * @returns false when it has ended, or somebody runs it
 */
export async function endUnowned(
  app: App,
  executionId: string,
  end: EndOfUnowned,
  client: Pick<PoolClient, "query"> = app.pool,
): Promise<boolean> {
  const { status, error, fence = null } = end;
  const outcome = outcomeOf({ status, error, handledFailures: 0, message: null, stepLabel: null });
  const { rows } = await client.query<{ trigger: string; mode: string }>(END, [
    ...[executionId, JSON.stringify(error), JSON.stringify(outcome), CHANGES_CHANNEL, app.clock.now(), status, fence],
  ]);
  for (const { trigger, mode } of rows) app.metrics.ended({ status, trigger, mode });
  return rows.length > 0;
}

const END = `
WITH ended AS (
  UPDATE execution SET status = $6, error = $2::jsonb, outcome = $3::jsonb, fence = fence + 1, finished_at = $5,
    started_at = coalesce(started_at, $5), wake_at = NULL, lease_owner = NULL, lease_until = NULL
   WHERE id = $1 AND finished_at IS NULL
     AND CASE WHEN $7::bigint IS NULL THEN status IN ('queued', 'waiting', 'needs-decision') ELSE fence = $7 END
  RETURNING id, workspace_id, cause_execution_id, trigger_type, mode
), steps AS (
  UPDATE execution_step s SET status = 'canceled' FROM ended
   WHERE s.execution_id = ended.id AND s.status IN ('waiting', 'running', 'needs-decision')
), effects AS (
  UPDATE execution_effect f SET status = 'failed', error = $2::json FROM ended
   WHERE f.execution_id = ended.id AND f.status = 'intent'
), tickets AS (
  DELETE FROM wait_ticket w USING ended WHERE w.execution_id = ended.id AND w.answer IS NULL
), caller AS (
  UPDATE execution c SET wake_at = now() FROM ended WHERE c.id = ended.cause_execution_id AND c.status = 'waiting'
)
SELECT trigger_type AS trigger, mode, pg_notify($4, json_build_array(
  json_build_object('kind', 'execution', 'workspaceId', workspace_id, 'id', id))::text)
FROM ended`;
