import type { App } from "@/server/app";

/** How long due work may lie before somebody is told. */
const OVERDUE_SECONDS = 30;

/**
 * @returns how many executions have been due for so long that nobody seems to look for them: a wait that is over, a process
 *   that was lost. A queue that is merely long is none.
 */
export async function overdueWork(app: App): Promise<number> {
  const { rows } = await app.pool.query<{ overdue: number }>({
    name: "overdue-work",
    text: `SELECT (SELECT count(*) FROM execution
                    WHERE status = 'waiting' AND wake_at < now() - make_interval(secs => $1))::int
                + (SELECT count(*) FROM execution
                    WHERE status = 'running' AND lease_until < now() - make_interval(secs => $1))::int AS overdue`,
    values: [OVERDUE_SECONDS],
  });
  return rows[0]?.overdue ?? 0;
}
