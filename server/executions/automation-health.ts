import { EXECUTION_STATUSES, type ExecutionStatus, isFailure } from "@/core/execution/statuses";
import type { Actor, App } from "@/server/app";

/** How an automation has been doing; tests do not count. */
export interface AutomationHealth {
  lastRun: { id: string; status: ExecutionStatus; handledFailures: number; at: Date } | null;
  /** Executions that failed or timed out within seven days; counted up to 1,000. */
  failures7d: number;
}

const SEVEN_DAYS_MS = 7 * 24 * 3_600_000;

interface Row {
  automationId: string;
  id: string | null;
  status: ExecutionStatus;
  handledFailures: number;
  at: Date;
  failures: number;
}

/**
 * Reads the last run and the failures of the last seven days for many automations at once.
 *
 * @returns by automation id
 */
export async function automationHealth(
  app: App,
  actor: Actor,
  automationIds: string[],
): Promise<Map<string, AutomationHealth>> {
  const since = new Date(app.clock.now().getTime() - SEVEN_DAYS_MS);
  // One index range for each automation and status, newest first: never a scan of the history.
  const { rows } = await app.pool.query<Row>(
    `SELECT a.id AS "automationId", last.id, last.status, last.handled_failures AS "handledFailures",
            coalesce(last.started_at, last.queued_at) AS at, failures.count::int AS failures
       FROM unnest($2::uuid[]) AS a(id)
       LEFT JOIN LATERAL (
         SELECT e.* FROM unnest($3::text[]) AS s(status), LATERAL (
           SELECT id, status, handled_failures, started_at, queued_at FROM execution
            WHERE workspace_id = $1 AND automation_id = a.id AND status = s.status AND mode = 'live'
            ORDER BY started_at DESC, id DESC LIMIT 1) AS e
          ORDER BY e.started_at DESC, e.id DESC LIMIT 1) AS last ON true
       CROSS JOIN LATERAL (
         SELECT count(*) FROM (
           SELECT 1 FROM execution WHERE workspace_id = $1 AND automation_id = a.id AND status = ANY($4) AND mode = 'live'
              AND started_at >= $5 LIMIT 1000) AS found) AS failures`,
    [actor.workspaceId, automationIds, EXECUTION_STATUSES, EXECUTION_STATUSES.filter(isFailure), since],
  );
  return new Map(
    rows.map(({ automationId, failures, id, status, handledFailures, at }) => [
      automationId,
      { lastRun: id === null ? null : { id, status, handledFailures, at }, failures7d: failures },
    ]),
  );
}
