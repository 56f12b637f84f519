import type { App } from "@/server/app";

const KEPT_DAYS = 90;
const DAY_MS = 86_400_000;

/** Deletes notices that nobody is shown any more, in every workspace. @returns how many */
export async function pruneNotices(app: App): Promise<number> {
  const lastAt = { lt: new Date(app.clock.now().getTime() - KEPT_DAYS * DAY_MS) };
  const { count } = await app.db.notice.deleteMany({ where: { lastAt } });
  return count;
}
