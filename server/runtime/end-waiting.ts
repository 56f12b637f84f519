import type { ExecutionError } from "@/core/execution/errors";
import { outcomeOf } from "@/core/execution/outcome";
import type { App } from "@/server/app";
import { CHANGES_CHANNEL } from "@/server/database/changes";

const CANCELED: ExecutionError = { code: "CANCELED", params: {}, message: "" };

/** Ends an execution that waits or is queued as canceled, at once: nobody runs it. Any other stays as it is. */
export async function endWaiting(app: App, executionId: string): Promise<void> {
  const facts = { status: "canceled" as const, handledFailures: 0, error: CANCELED, message: null, stepLabel: null };
  await app.pool.query(END, [
    executionId,
    JSON.stringify(CANCELED),
    JSON.stringify(outcomeOf(facts)),
    CHANGES_CHANNEL,
    app.clock.now(),
  ]);
}

const END = `
WITH ended AS (
  UPDATE execution SET status = 'canceled', error = $2::jsonb, outcome = $3::jsonb, fence = fence + 1, finished_at = $5,
    started_at = coalesce(started_at, $5), wake_at = NULL
   WHERE id = $1 AND status IN ('waiting', 'queued')
  RETURNING id, workspace_id
), steps AS (
  UPDATE execution_step s SET status = 'canceled' FROM ended
   WHERE s.execution_id = ended.id AND s.status IN ('waiting', 'running')
), effects AS (
  UPDATE execution_effect f SET status = 'failed', error = $2::jsonb FROM ended
   WHERE f.execution_id = ended.id AND f.status = 'intent'
), tickets AS (
  DELETE FROM wait_ticket w USING ended WHERE w.execution_id = ended.id AND w.answer IS NULL
)
SELECT pg_notify($4, json_build_array(
  json_build_object('kind', 'execution', 'workspaceId', workspace_id, 'id', id))::text)
FROM ended`;
