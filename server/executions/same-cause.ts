import { EXECUTION_STATUSES, isFailure } from "@/core/execution/statuses";
import type { Actor, App } from "@/server/app";
import type { ExecutionFacts } from "@/server/executions/find-execution";

/** How often the same step of an automation failed for the same reason. */
export interface SameCause {
  /** This one counted; at most 1,000. */
  count: number;
  since: Date;
}

/** @returns the failures of the last 30 days like this one; null when it is the only one, or none. */
export async function sameCause(app: App, actor: Actor, facts: ExecutionFacts): Promise<SameCause | null> {
  const { automationId, error, status } = facts;
  if (!automationId || !error || !isFailure(status)) return null;
  const { rows } = await app.pool.query<SameCause>(
    `SELECT count(*)::int AS count, min(started_at) AS since FROM (
       SELECT started_at FROM execution
        WHERE workspace_id = $1 AND automation_id = $2 AND status = ANY($3) AND error->>'code' = $4
          AND coalesce(error->>'nodeId', '') = $5 AND started_at > $6::timestamptz - interval '30 days'
        LIMIT 1000) AS found`,
    [
      actor.workspaceId,
      automationId,
      EXECUTION_STATUSES.filter(isFailure),
      error.code,
      error.nodeId ?? "",
      app.clock.now(),
    ],
  );
  const [found] = rows;
  return found && found.count > 1 ? found : null;
}
