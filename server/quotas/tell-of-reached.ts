import { timeOfDay } from "@/core/execution/local-day";
import type { Quota } from "@/core/execution/quotas";
import type { App } from "@/server/app";
import { raiseNotice } from "@/server/notices/raise-notice";
import type { QuotaDay } from "@/server/quotas/quota-day";

/** Tells the administrators, once a day and quota, that it is used up. Never rejects: the refusal itself stands. */
export async function tellOfReached(
  app: App,
  { workspaceId, quota, limit, day }: { workspaceId: string; quota: Quota; limit: number; day: QuotaDay },
): Promise<void> {
  try {
    await raiseNotice(app, {
      workspaceId,
      kind: "day-limit",
      cause: `day-limit/${day.day}/${quota}`,
      params: { quota, limit, day: day.day, until: timeOfDay(day.endsAt, day.timeZone), zone: day.timeZone },
      role: "administrator",
    });
  } catch (error) {
    app.log.error({ err: error, quota }, "the administrators were not told that a day's quota is used up");
  }
}
