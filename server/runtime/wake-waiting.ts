import type { App } from "@/server/app";
import { CLAIMED_COLUMNS, type ClaimedExecution } from "@/server/runtime/claimed-execution";
import { goOn } from "@/server/runtime/go-on";
import { LEASE_SECONDS } from "@/server/runtime/journal/journal";
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

const CLAIM = `
WITH due AS (
  SELECT e.id FROM execution e
   WHERE e.status = 'waiting' AND e.wake_at <= now() ORDER BY e.wake_at LIMIT $3 FOR UPDATE SKIP LOCKED
)
UPDATE execution e SET status = 'running', fence = e.fence + 1, wake_at = NULL, lease_owner = $1,
    lease_until = now() + make_interval(secs => $2)
  FROM due WHERE e.id = due.id
RETURNING ${CLAIMED_COLUMNS}`;

/** Makes due what was answered while nobody heard of it. */
export async function findAnswered(app: App): Promise<void> {
  await app.pool.query(
    `UPDATE execution e SET wake_at = now()
      WHERE e.status = 'waiting' AND (e.wake_at IS NULL OR e.wake_at > now())
        AND (e.cancel_requested_at IS NOT NULL OR EXISTS (${ANSWERED}))`,
  );
}
