import { LIMITS } from "@/core/execution/limits";
import type { App } from "@/server/app";
import { pauseAfterFailures } from "@/server/automations/pause-after-failures";
import { keptUntilChange } from "@/server/database/kept-until-change";

export interface EndToCount {
  workspaceId: string;
  automationId: string;
  end: "failed" | "succeeded";
}

/** What is not written yet of one automation. */
interface Uncounted {
  workspaceId: string;
  /** One succeeded: what failed before it counts no more. */
  reset: boolean;
  failures: number;
}

/** The automations that failed last: of all others a success changes nothing, and asks nobody. */
const failing = keptUntilChange<ReadonlySet<string>>("failures", async (app, workspaceId) => {
  const rows = await app.db.automation.findMany({
    where: { workspaceId, failuresInRow: { gt: 0 } },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
});

const countersBy = new WeakMap<App, FailuresInRow>();

/**
 * Counts how often each automation failed in a row, in a column of its row that changes only when one fails, or succeeds
 * after it had failed. One statement an automation is in flight in a process; ends that come meanwhile share the next.
 */
export class FailuresInRow {
  private readonly uncounted = new Map<string, Uncounted>();
  private readonly busy = new Map<string, Promise<void>>();

  private constructor(private readonly app: App) {}

  static of(app: App): FailuresInRow {
    const counter = countersBy.get(app) ?? new FailuresInRow(app);
    countersBy.set(app, counter);
    return counter;
  }

  /** Counts an end. Never rejects, and nobody has to wait for it. */
  async note({ workspaceId, automationId, end }: EndToCount): Promise<void> {
    try {
      const known = this.uncounted.get(automationId);
      if (end === "succeeded") {
        const matters =
          known || this.busy.has(automationId) || (await failing(this.app, workspaceId))?.has(automationId);
        if (!matters) return;
        // What failed while it was asked failed after it.
        const failures = known ? 0 : (this.uncounted.get(automationId)?.failures ?? 0);
        this.uncounted.set(automationId, { workspaceId, reset: true, failures });
      } else {
        const { reset = false, failures = 0 } = known ?? {};
        this.uncounted.set(automationId, { workspaceId, reset, failures: failures + 1 });
      }
      if (!this.busy.has(automationId)) {
        const counting = this.countAll(automationId).finally(() => this.busy.delete(automationId));
        this.busy.set(automationId, counting);
      }
      await this.busy.get(automationId);
    } catch (error) {
      this.app.log.error({ err: error, automationId }, "an end was not counted");
    }
  }

  /** Waits for what is being counted. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.busy.values());
  }

  private async countAll(automationId: string): Promise<void> {
    // What ends in the same tick is counted by one statement.
    await Promise.resolve();
    for (let next = this.take(automationId); next; next = this.take(automationId)) {
      await this.count(automationId, next);
    }
  }

  private take(automationId: string): Uncounted | undefined {
    const next = this.uncounted.get(automationId);
    this.uncounted.delete(automationId);
    return next;
  }

  /** One that is paused is not counted: it is told of once. */
  private async count(automationId: string, { workspaceId, reset, failures }: Uncounted): Promise<void> {
    const { rows } = await this.app.pool.query<{ failures: number }>({
      name: "count-failures",
      text: `UPDATE automation SET failures_in_row = CASE WHEN $3 THEN 0 ELSE failures_in_row END + $4
              WHERE workspace_id = $1 AND id = $2 AND NOT paused AND deleted_at IS NULL
             RETURNING failures_in_row AS failures`,
      values: [workspaceId, automationId, reset, failures],
    });
    const [row] = rows;
    if (!row) return;
    // Others have to know only when it begins to fail, and when it no longer does.
    if (reset || row.failures === failures) {
      await this.app.changes.notify({ kind: "failures", workspaceId, id: automationId });
    }
    if (failures > 0 && row.failures >= LIMITS.failuresBeforePause) {
      await pauseAfterFailures(this.app, { workspaceId, automationId });
    }
  }
}
