import type { Quota } from "@/core/execution/quotas";
import type { App } from "@/server/app";

interface Used {
  workspaceId: string;
  day: string;
  quota: Quota;
  sourceId: string | null;
}

/** How long what was used may stay in memory before it is written. */
const FLUSH_MS = 1_000;
const HOUR_MS = 3_600_000;

const tallies = new WeakMap<App, UsageTally>();

/**
 * Who used how much of what, by the hour: for people to look at, so it is written a moment later and by many at once. The
 * quotas themselves do not depend on it.
 */
export class UsageTally {
  private counts = new Map<string, Used & { hour: number; used: number }>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  private constructor(private readonly app: App) {}

  static of(app: App): UsageTally {
    const tally = tallies.get(app) ?? new UsageTally(app);
    tallies.set(app, tally);
    return tally;
  }

  add(used: Used): void {
    if (used.sourceId === null) return;
    const hour = Math.floor(this.app.clock.now().getTime() / HOUR_MS) * HOUR_MS;
    const key = `${used.workspaceId}/${used.day}/${used.quota}/${hour}/${used.sourceId}`;
    const entry = this.counts.get(key);
    if (entry) entry.used++;
    else this.counts.set(key, { ...used, hour, used: 1 });
    this.timer ??= setTimeout(() => void this.flush(), FLUSH_MS);
    this.timer.unref();
  }

  /** Writes what was counted. Never rejects: what cannot be written is let go, with a line in the log. */
  flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.writing = this.writing.then(() => this.write());
    return this.writing;
  }

  private async write(): Promise<void> {
    const counted = [...this.counts.values()];
    if (counted.length === 0) return;
    this.counts = new Map();
    try {
      // In one order everywhere, so that two processes do not wait for each other's rows in a circle.
      await this.app.pool.query(WRITE, [JSON.stringify(counted)]);
    } catch (error) {
      this.app.log.warn({ err: error }, "who used how much of a day's quota was not written");
    }
  }
}

const WRITE = `
  INSERT INTO quota_user (workspace_id, day, quota, hour, source_id, used)
  SELECT "workspaceId", day, quota, to_timestamp(hour / 1000), "sourceId", used
    FROM jsonb_to_recordset($1::jsonb)
      AS u("workspaceId" uuid, day date, quota text, hour float8, "sourceId" uuid, used int)
   ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (workspace_id, day, quota, hour, source_id) DO UPDATE SET used = quota_user.used + excluded.used`;
