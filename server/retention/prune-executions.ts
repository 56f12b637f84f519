import type { App } from "@/server/app";
import { isAttached } from "@/server/mails/is-attached";
import { keptFor } from "@/server/retention/kept-for";
import { firstIdAt } from "@/server/retention/weeks";

/** So many at a time, each time committed: nobody waits for long. */
const BATCH = 500;

/**
 * Forgets executions that ended long enough ago, in every workspace, with what belongs to them: tickets and files, except
 * what a mail still waits to be sent with. Failed ones are kept longer. Of the rest only the newest are kept, where a number is
 * set. What has not ended is never forgotten. Their steps and effects go with their week.
 *
 * @returns how many
 */
export async function pruneExecutions(app: App): Promise<number> {
  const { succeeded, failed } = keptFor(app);
  let forgotten = 0;
  for (const [statuses, before] of [
    [GOOD, succeeded],
    [BAD, failed],
  ] as const) {
    // Nothing ended before it was made, so ids that are younger need not be looked at.
    forgotten += await forget(app, { statuses, before, to: firstIdAt(before.getTime()), workspaceId: null });
    for (const { workspaceId, id } of await oldestKept(app, statuses))
      forgotten += await forget(app, { statuses, before: null, to: id, workspaceId });
  }
  return forgotten;
}

const GOOD = ["succeeded", "canceled"];
const BAD = ["failed", "timed-out"];

/** @returns for each workspace that has more than are kept the oldest that is */
async function oldestKept(app: App, statuses: string[]): Promise<{ workspaceId: string; id: string }[]> {
  if (app.env.keepExecutions === null) return [];
  const { rows } = await app.pool.query<{ workspaceId: string; id: string }>(
    `SELECT w.id AS "workspaceId", kept.id FROM workspace AS w CROSS JOIN LATERAL (
       SELECT e.id FROM execution AS e WHERE e.workspace_id = w.id AND e.status = ANY($1::text[])
        ORDER BY e.id DESC OFFSET $2 LIMIT 1) AS kept`,
    [statuses, app.env.keepExecutions - 1],
  );
  return rows;
}

/** Goes through the ids once, oldest first. */
async function forget(
  app: App,
  which: { statuses: string[]; before: Date | null; to: string; workspaceId: string | null },
): Promise<number> {
  const { statuses, before, to, workspaceId } = which;
  let from = firstIdAt(0);
  for (let forgotten = 0; ; ) {
    const { rows } = await app.pool.query<{ count: number; last: string | null }>({
      name: "forget-executions",
      text: FORGET,
      values: [statuses, before, from, to, workspaceId],
    });
    const { count = 0, last = null } = rows[0] ?? {};
    forgotten += count;
    if (last === null) return forgotten;
    from = last;
  }
}

const FORGET = `
WITH gone AS (
  SELECT id FROM execution
   WHERE id > $3 AND id < $4 AND status = ANY($1::text[]) AND finished_at IS NOT NULL
     AND ($2::timestamptz IS NULL OR finished_at < $2) AND ($5::uuid IS NULL OR workspace_id = $5)
   ORDER BY id LIMIT ${BATCH}
), tickets AS (
  DELETE FROM wait_ticket w USING gone WHERE w.execution_id = gone.id
), files AS (
  DELETE FROM stored_file f USING gone WHERE f.execution_id = gone.id AND NOT ${isAttached("f")}
), executions AS (
  DELETE FROM execution e USING gone WHERE e.id = gone.id RETURNING e.id
)
SELECT count(*)::int AS count, (SELECT id FROM gone ORDER BY id DESC LIMIT 1) AS last FROM executions`;
