import { MIDNIGHT, utcToWall, type WallTime, wallToUtc, weekdayOf } from "@/core/library/zoned-time";

const DAY_MS = 86_400_000;

/** @returns the number of an ISO 8601 week: that of its Thursday. */
export function weekOf({ year, month, day }: Pick<WallTime, "year" | "month" | "day">): number {
  const thursday = wallToUtc({ ...MIDNIGHT, year, month, day: day + 4 - weekdayOf({ year, month, day }) });
  const newYear = wallToUtc({ ...MIDNIGHT, year: utcToWall(thursday).year });
  return Math.floor((thursday - newYear) / DAY_MS / 7) + 1;
}
