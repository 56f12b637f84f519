import { type Forecast, forecast } from "@/core/execution/forecast";
import { QUOTAS, type Quota, quotaLimit } from "@/core/execution/quotas";
import type { Actor, App } from "@/server/app";
import { workspaceLimits } from "@/server/limits/workspace-limits";
import { quotaDay } from "@/server/quotas/quota-day";
import { UsageTally } from "@/server/quotas/usage-tally";

/** How a day's quota stands. */
export interface QuotaUsage {
  quota: Quota;
  used: number;
  refused: number;
  limit: number;
  forecast: Forecast;
  /** Who used it most today, the first first. */
  sources: { id: string; kind: "automation" | "function"; name: string; used: number }[];
}

export interface Usage {
  /** yyyy-MM-dd in the workspace's zone; it ends at `endsAt`. */
  day: string;
  timeZone: string;
  startsAt: Date;
  endsAt: Date;
  today: QuotaUsage[];
  /** The last 30 days that used anything, the newest first. */
  history: { day: string; quota: Quota; used: number; refused: number; limit: number }[];
}

const HOUR_MS = 3_600_000;
const DAYS = 30;
const SOURCES = 5;

/** What the workspace used of its daily quotas, today and before. */
export async function usage(app: App, { workspaceId }: Pick<Actor, "workspaceId">): Promise<Usage> {
  await UsageTally.of(app).flush();
  const [{ day, startsAt, endsAt, timeZone }, limits] = await Promise.all([
    quotaDay(app, workspaceId),
    workspaceLimits(app, workspaceId),
  ]);
  const now = app.clock.now().getTime();
  // The hour that goes on, and the whole one before.
  const since = Math.floor(now / HOUR_MS) * HOUR_MS - HOUR_MS;
  const [history, sources, recent] = await Promise.all([
    app.pool.query<Usage["history"][number]>(HISTORY, [workspaceId, day, DAYS]),
    app.pool.query<SourceRow>(SOURCES_OF_DAY, [workspaceId, day, SOURCES]),
    app.pool.query<{ quota: Quota; used: number }>(RECENT, [workspaceId, day, new Date(since)]),
  ]);
  const today = QUOTAS.map((quota): QuotaUsage => {
    const row = history.rows.find((one) => one.day === day && one.quota === quota);
    const { used = 0, refused = 0 } = row ?? {};
    const limit = quotaLimit(quota, limits);
    const lately = recent.rows.find((one) => one.quota === quota)?.used ?? 0;
    return {
      ...{ quota, used, refused, limit },
      forecast: forecast({
        ...{ used, limit, now, startsAt: startsAt.getTime(), endsAt: endsAt.getTime() },
        recent: { used: lately, since },
      }),
      sources: sources.rows.filter((one) => one.quota === quota).map(({ quota: _quota, ...source }) => source),
    };
  });
  return { day, timeZone, startsAt, endsAt, today, history: history.rows };
}

type SourceRow = QuotaUsage["sources"][number] & { quota: Quota };

const HISTORY = `
  SELECT to_char(day, 'YYYY-MM-DD') AS day, quota, used, refused, "limit" FROM quota_use
   WHERE workspace_id = $1 AND day > $2::date - $3::int ORDER BY quota_use.day DESC, quota`;

const SOURCES_OF_DAY = `
  SELECT s.quota, s.source_id AS id, s.used::int, coalesce(a.name, f.name, '') AS name,
         CASE WHEN f.id IS NULL THEN 'automation' ELSE 'function' END AS kind
    FROM (SELECT quota, source_id, sum(used) AS used, row_number() OVER (PARTITION BY quota ORDER BY sum(used) DESC) AS place
            FROM quota_user WHERE workspace_id = $1 AND day = $2::date GROUP BY quota, source_id) AS s
    LEFT JOIN automation AS a ON a.workspace_id = $1 AND a.id = s.source_id
    LEFT JOIN function AS f ON f.workspace_id = $1 AND f.id = s.source_id
   WHERE s.place <= $3::int ORDER BY s.quota, s.used DESC, s.source_id`;

const RECENT = `
  SELECT quota, sum(used)::int AS used FROM quota_user
   WHERE workspace_id = $1 AND day = $2::date AND hour >= $3 GROUP BY quota`;
