import type { Actor, App } from "@/server/app";

/** The last time a step made an execution fail. */
export interface NodeFailure {
  automationId: string;
  nodeId: string;
  executionId: string;
  at: Date;
}

const DAYS = 30;

/** @returns for each step of these automations that ended an execution in the last 30 days, the newest such execution. */
export async function lastNodeFailures(app: App, actor: Actor, automationIds: string[]): Promise<NodeFailure[]> {
  if (automationIds.length === 0) return [];
  const { rows } = await app.pool.query<NodeFailure>({
    name: "last-node-failures",
    text: `SELECT DISTINCT ON (automation_id, error->>'nodeId')
                  automation_id AS "automationId", error->>'nodeId' AS "nodeId", id AS "executionId", started_at AS at
             FROM execution
            WHERE workspace_id = $1 AND automation_id = ANY($2) AND status IN ('failed', 'timed-out') AND mode = 'live'
              AND started_at > now() - make_interval(days => $3) AND error ? 'nodeId'
            ORDER BY automation_id, error->>'nodeId', started_at DESC`,
    values: [actor.workspaceId, automationIds, DAYS],
  });
  return rows;
}
