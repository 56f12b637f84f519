import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Actor, App } from "@/server/app";

/** The last press of one button on a record, and how long that button usually takes. */
export interface LastPress {
  automationId: string;
  nodeId: string;
  executionId: string;
  at: Date;
  person: string | null;
  isOwn: boolean;
  status: ExecutionStatus;
  handledFailures: number;
  /** The median of its last runs, in milliseconds. */
  usualMs: number | null;
}

/** The last press of each button on a record, by anybody. */
export async function lastPresses(app: App, actor: Actor, input: { recordId: string }): Promise<LastPress[]> {
  const { rows } = await app.pool.query<LastPress>({
    name: "last-presses",
    text: LAST_PRESSES,
    values: [actor.workspaceId, input.recordId, actor.userId],
  });
  return rows;
}

const LAST_PRESSES = `
  SELECT last.*, (
    SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY active_ms) FROM (
      SELECT active_ms FROM execution x
      WHERE x.workspace_id = $1 AND x.automation_id = last."automationId" AND x.status = 'succeeded' AND x.mode = 'live'
      ORDER BY x.started_at DESC LIMIT 20) recent
  ) AS "usualMs"
  FROM (
    SELECT DISTINCT ON (e.automation_id, e.trigger_node_id)
      e.automation_id AS "automationId", e.trigger_node_id AS "nodeId", e.id AS "executionId",
      coalesce(e.started_at, e.queued_at) AS at, u.name AS person, coalesce(e.started_by_id = $3, false) AS "isOwn", e.status,
      e.handled_failures AS "handledFailures"
    FROM execution e LEFT JOIN "user" u ON u.id = e.started_by_id
    WHERE e.workspace_id = $1 AND e.record_id = $2 AND e.trigger_type = 'button' AND e.mode = 'live'
    ORDER BY e.automation_id, e.trigger_node_id, e.id DESC
  ) last`;
