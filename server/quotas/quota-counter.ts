import { type Quota, quotaLimit } from "@/core/execution/quotas";
import type { App } from "@/server/app";
import { workspaceLimits } from "@/server/limits/workspace-limits";
import { type QuotaDay, quotaDay } from "@/server/quotas/quota-day";
import { tellOfReached } from "@/server/quotas/tell-of-reached";
import { UsageTally } from "@/server/quotas/usage-tally";

/** What an ask comes back with. */
export interface Asked {
  granted: boolean;
  limit: number;
  day: QuotaDay;
}

interface Asking {
  sourceId: string | null;
  resolve: (asked: Asked) => void;
  reject: (error: unknown) => void;
}

/** So many are asked for at once at most: what one statement grants fits an integer, and nobody waits for long. */
const BATCH = 1_000;

/**
 * One quota of one workspace in this process. One statement is in flight at a time: who asks meanwhile shares the next.
 * Exact across processes, because each statement takes as many as are left of what the row says, and never more.
 */
export class QuotaCounter {
  private queue: Asking[] = [];
  private busy = false;
  /** The day whose row is known to be there. */
  private rowOf = "";

  constructor(
    private readonly app: App,
    private readonly workspaceId: string,
    private readonly quota: Quota,
  ) {}

  ask(sourceId: string | null): Promise<Asked> {
    return new Promise((resolve, reject) => {
      this.queue.push({ sourceId, resolve, reject });
      if (!this.busy) void this.askAll();
    });
  }

  private async askAll(): Promise<void> {
    this.busy = true;
    // What is asked in the same tick goes into the first statement together.
    await Promise.resolve();
    while (this.queue.length > 0) await this.askFor(this.queue.splice(0, BATCH));
    this.busy = false;
  }

  private async askFor(batch: Asking[]): Promise<void> {
    const { app, workspaceId, quota } = this;
    try {
      const [day, limits] = await Promise.all([quotaDay(app, workspaceId), workspaceLimits(app, workspaceId)]);
      const limit = quotaLimit(quota, limits);
      await this.ensureRow(day.day, limit);
      const granted = await this.take(day.day, batch.length, limit);
      const [lucky, refused] = [batch.slice(0, granted), batch.slice(granted)];
      for (const { sourceId, resolve } of lucky) {
        UsageTally.of(app).add({ workspaceId, day: day.day, quota, sourceId });
        resolve({ granted: true, limit, day });
      }
      if (refused.length > 0) await this.noteRefused(day, refused.length, limit);
      for (const { resolve } of refused) resolve({ granted: false, limit, day });
    } catch (error) {
      // Of those that have their answer nothing changes.
      for (const { reject } of batch) reject(error);
    }
  }

  private async ensureRow(day: string, limit: number): Promise<void> {
    if (this.rowOf === day) return;
    await this.app.pool.query(
      `INSERT INTO quota_use (workspace_id, day, quota, "limit") VALUES ($1, $2::date, $3, $4) ON CONFLICT DO NOTHING`,
      [this.workspaceId, day, this.quota, limit],
    );
    this.rowOf = day;
  }

  /** @returns how many there were left to take, of those wanted */
  private async take(day: string, wanted: number, limit: number): Promise<number> {
    const { rows } = await this.app.pool.query<{ granted: number }>({
      name: "take-quota",
      text: `UPDATE quota_use SET granted = least($4::int, $5::int - used), used = least(used + $4::int, $5::int), "limit" = $5
              WHERE workspace_id = $1 AND day = $2::date AND quota = $3 AND used < $5::int
             RETURNING granted`,
      values: [this.workspaceId, day, this.quota, wanted, limit],
    });
    return rows[0]?.granted ?? 0;
  }

  private async noteRefused(day: QuotaDay, refused: number, limit: number): Promise<void> {
    const { app, workspaceId, quota } = this;
    const { rows } = await app.pool.query<{ isFirst: boolean }>({
      name: "refuse-quota",
      text: `UPDATE quota_use SET refused = refused + $4::int, "limit" = $5
              WHERE workspace_id = $1 AND day = $2::date AND quota = $3 RETURNING refused = $4::int AS "isFirst"`,
      values: [workspaceId, day.day, quota, refused, limit],
    });
    if (rows[0]?.isFirst) await tellOfReached(app, { workspaceId, quota, limit, day });
  }
}
