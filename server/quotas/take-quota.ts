import { AppError } from "@/core/execution/errors";
import { timeOfDay } from "@/core/execution/local-day";
import type { Quota } from "@/core/execution/quotas";
import type { App } from "@/server/app";
import { QuotaCounter } from "@/server/quotas/quota-counter";

const countersBy = new WeakMap<App, Map<string, QuotaCounter>>();

/**
 * Takes one of a daily quota. Who is refused has used nothing.
 *
 * @param ask.sourceId the automation it is for, or the function, for those who look at what used the most
 * @throws AppError DAY_LIMIT
 */
export async function takeQuota(
  app: App,
  ask: { workspaceId: string; quota: Quota; sourceId: string | null },
): Promise<void> {
  const { workspaceId, quota, sourceId } = ask;
  const counters = countersBy.get(app) ?? new Map<string, QuotaCounter>();
  countersBy.set(app, counters);
  const key = `${workspaceId}/${quota}`;
  const counter = counters.get(key) ?? new QuotaCounter(app, workspaceId, quota);
  counters.set(key, counter);
  const { granted, limit, day } = await counter.ask(sourceId);
  if (granted) return;
  const seconds = Math.max(1, Math.ceil((day.endsAt.getTime() - app.clock.now().getTime()) / 1_000));
  const until = timeOfDay(day.endsAt, day.timeZone);
  throw new AppError("DAY_LIMIT", { quota, limit, until, zone: day.timeZone, seconds });
}
