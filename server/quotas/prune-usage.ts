import type { App } from "@/server/app";

const DAY_MS = 86_400_000;
/** The page shows 30 days; a day may begin before it does in UTC. */
const KEPT_DAYS = 40;

/**
 * Deletes what was counted for days that nobody is shown any more, in every workspace.
 * @returns how many days
 */
export async function pruneUsage(app: App): Promise<number> {
  const before = new Date(app.clock.now().getTime() - KEPT_DAYS * DAY_MS);
  for (const table of ["quota_user", "quota_use"]) {
    await app.pool.query(`DELETE FROM ${table} WHERE day < $1::timestamptz::date`, [before]);
  }
  const { rowCount } = await app.pool.query("DELETE FROM quota_day WHERE ends_at < $1", [before]);
  return rowCount ?? 0;
}
