import { localDay } from "@/core/execution/local-day";
import type { App } from "@/server/app";
import { inTransaction } from "@/server/database/in-transaction";

/** The day that a workspace's quotas count for now. */
export interface QuotaDay {
  /** yyyy-MM-dd */
  day: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
}

const keptBy = new WeakMap<App, Map<string, Promise<QuotaDay>>>();

/**
 * Says which day counts. A day that has begun lasts until its end whatever zone is set meanwhile, and one that is
 * entered again (after a change to a zone further west) goes on with what it used: no change of zone gives a second day.
 */
export async function quotaDay(app: App, workspaceId: string): Promise<QuotaDay> {
  const kept = keptBy.get(app) ?? new Map<string, Promise<QuotaDay>>();
  keptBy.set(app, kept);
  const known = await kept.get(workspaceId);
  const now = app.clock.now();
  if (known && known.startsAt <= now && now < known.endsAt) return known;
  const reading = openDay(app, workspaceId, now);
  kept.set(workspaceId, reading);
  reading.catch(() => kept.get(workspaceId) === reading && kept.delete(workspaceId));
  return reading;
}

/** The workspace's row is locked, so that all processes open one day, in the zone that is set. */
function openDay(app: App, workspaceId: string, now: Date): Promise<QuotaDay> {
  return inTransaction(app, async (tx) => {
    const workspace = await tx.query<{ timeZone: string }>(
      'SELECT time_zone AS "timeZone" FROM workspace WHERE id = $1 FOR NO KEY UPDATE',
      [workspaceId],
    );
    const timeZone = workspace.rows[0]?.timeZone ?? "UTC";
    const latest = await tx.query<Omit<QuotaDay, "timeZone">>(LATEST, [workspaceId]);
    const last = latest.rows[0];
    if (last && last.startsAt <= now && now < last.endsAt) return { ...last, timeZone };
    const { day, startsAt, endsAt } = localDay(now, timeZone);
    const begins = last && last.endsAt > startsAt && last.endsAt <= now ? last.endsAt : startsAt;
    const opened = await tx.query<Omit<QuotaDay, "timeZone">>(OPEN, [workspaceId, day, begins, endsAt]);
    return { ...(opened.rows[0] ?? { day, startsAt: begins, endsAt }), timeZone };
  });
}

const COLUMNS = `to_char(day, 'YYYY-MM-DD') AS day, starts_at AS "startsAt", ends_at AS "endsAt"`;

const LATEST = `
  SELECT ${COLUMNS} FROM quota_day WHERE workspace_id = $1 ORDER BY ends_at DESC LIMIT 1`;

const OPEN = `
  INSERT INTO quota_day (workspace_id, day, starts_at, ends_at) VALUES ($1, $2::date, $3, $4)
  ON CONFLICT (workspace_id, day) DO UPDATE SET ends_at = greatest(quota_day.ends_at, excluded.ends_at)
  RETURNING ${COLUMNS}`;
