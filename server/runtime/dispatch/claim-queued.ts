import type { App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";
import { CLAIMED_COLUMNS, type ClaimedExecution } from "@/server/runtime/claimed-execution";
import { LEASE_SECONDS } from "@/server/runtime/journal/journal";

/** What a process can take of the queue now. */
export interface FreeRoom {
  executions: number;
  /** The most this process runs at once of one automation, and of one workspace, so that there is a place for others. */
  mostOfAutomation: number;
  mostOfWorkspace: number;
  /** What it runs now, by the ids of automations and workspaces. */
  runningNow: Record<string, number>;
}

export type ClaimedFromQueue = ClaimedExecution & { automationId: string; concurrencyKey: string | null };

/** "millrace queue" as a number: processes claim one after the other, so that turns and keys are counted by one at a time. */
const LOCK = 1_835_627_377;

/** So many keys of one automation are looked at in a claim. */
const KEYS = 100;

/**
 * Claims queued executions for this process, under a new fencing number and a lease by the database's clock. Automations
 * take turns: of those with the fewest running comes the oldest first. Of a key only one is begun at a time, the oldest.
 */
export async function claimQueued(app: App, room: FreeRoom): Promise<ClaimedFromQueue[]> {
  return inTransaction(app, async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    const { rows } = await tx.query<ClaimedFromQueue>({
      name: "claim-queued",
      text: CLAIM,
      values: [
        app.journal.owner,
        LEASE_SECONDS,
        room.executions,
        room.mostOfAutomation,
        room.mostOfWorkspace,
        JSON.stringify(room.runningNow),
        randomKey(),
        KEYS,
      ],
    });
    return rows;
  });
}

/** Where the look through the keys of an automation begins, so that of many none is always the last. */
const randomKey = (): string =>
  Math.floor(Math.random() * 2 ** 32)
    .toString(16)
    .padStart(8, "0");

/** The automations that have something queued: one probe of a partial index for each. */
const automationsWith = (condition: string): string => {
  const queued = `SELECT workspace_id, automation_id FROM execution WHERE status = 'queued' AND ${condition}`;
  const first = "ORDER BY workspace_id, automation_id LIMIT 1";
  return `
  (${queued} ${first})
  UNION ALL
  SELECT next.* FROM before CROSS JOIN LATERAL (
    ${queued} AND (workspace_id, automation_id) > (before.workspace_id, before.automation_id) ${first}) AS next`;
};

/** The oldest of each key between two bounds, one probe a key. */
const headsOfKeys = (): string => {
  const queued = (above: string) => `
    SELECT concurrency_key, queued_at, id FROM execution
     WHERE status = 'queued' AND concurrency_key IS NOT NULL AND workspace_id = a.workspace_id
       AND automation_id = a.automation_id AND concurrency_key > ${above}
       AND concurrency_key <= part.high
     ORDER BY concurrency_key, queued_at, id LIMIT 1`;
  return `
  WITH RECURSIVE key AS (
    SELECT first.*, 1 AS number FROM (${queued("part.low")}) AS first
    UNION ALL
    SELECT next.*, key.number + 1 FROM key CROSS JOIN LATERAL (${queued("key.concurrency_key")}) AS next
     WHERE key.number < $8
  )
  SELECT key.queued_at, key.id FROM key
   WHERE NOT EXISTS (
     SELECT 1 FROM execution AS begun
      WHERE begun.automation_id = a.automation_id AND begun.concurrency_key = key.concurrency_key
        AND begun.started_at IS NOT NULL AND begun.finished_at IS NULL)`;
};

/**
 * $1 the owner, $2 the lease in seconds, $3 how many, $4 and $5 the most of an automation and of a workspace, $6 what this
 * process runs of them, $7 where the keys begin, $8 how many keys.
 */
const CLAIM = `
WITH RECURSIVE plain AS (
  WITH RECURSIVE before AS (${automationsWith("concurrency_key IS NULL")}) SELECT * FROM before
), keyed AS (
  WITH RECURSIVE before AS (${automationsWith("concurrency_key IS NOT NULL")}) SELECT * FROM before
), candidate AS (
  SELECT a.*, head.* FROM plain AS a CROSS JOIN LATERAL (
    SELECT queued_at, id FROM execution
     WHERE status = 'queued' AND concurrency_key IS NULL AND workspace_id = a.workspace_id
       AND automation_id = a.automation_id
     ORDER BY queued_at, id LIMIT $3) AS head
  UNION ALL
  SELECT a.*, head.* FROM keyed AS a
   CROSS JOIN (VALUES ($7::text, '~'), ('', $7)) AS part(low, high)
   CROSS JOIN LATERAL (${headsOfKeys()}) AS head
), running AS (
  SELECT workspace_id, automation_id, count(*) AS executions FROM execution WHERE status = 'running'
   GROUP BY workspace_id, automation_id
), of_automation AS (
  SELECT c.*, row_number() OVER (PARTITION BY c.automation_id ORDER BY c.queued_at, c.id) AS nth,
         coalesce((SELECT sum(r.executions) FROM running r WHERE r.automation_id = c.automation_id), 0) AS running
    FROM candidate AS c
), of_workspace AS (
  SELECT c.*, row_number() OVER (PARTITION BY c.workspace_id ORDER BY c.running + c.nth, c.queued_at, c.id) AS nth_there,
         coalesce((SELECT sum(r.executions) FROM running r WHERE r.workspace_id = c.workspace_id), 0) AS running_there
    FROM of_automation AS c
   WHERE c.nth + coalesce(($6::jsonb ->> c.automation_id::text)::int, 0) <= $4
), chosen AS (
  SELECT id FROM of_workspace AS c
   WHERE c.nth_there + coalesce(($6::jsonb ->> c.workspace_id::text)::int, 0) <= $5
   ORDER BY c.running_there + c.nth_there, c.running + c.nth, c.queued_at, c.id LIMIT $3
)
UPDATE execution e SET status = 'running', started_at = now(), fence = e.fence + 1, lease_owner = $1,
    lease_until = now() + make_interval(secs => $2)
  FROM chosen WHERE e.id = chosen.id AND e.status = 'queued'
RETURNING ${CLAIMED_COLUMNS}, e.automation_id AS "automationId", e.concurrency_key AS "concurrencyKey"`;
