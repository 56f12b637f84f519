import { asList, asOptions, asWholeNumber, refuse } from "@/core/library/arguments";
import type { IntlPort } from "@/core/library/intl-port";
import { dayText, readDate } from "@/core/library/read-date";
import type { WorkdayOptions } from "@/core/library/types/dates";
import { MIDNIGHT, toWall, utcToWall, type WallTime, wallToUtc, weekdayOf } from "@/core/library/zoned-time";

const MOST_DAYS = 100_000;
const DAY_MS = 86_400_000;

/** Says of a day whether people work on it. */
export type IsWorkday = (day: WallTime) => boolean;

export function workdaysOf(
  where: string,
  options: WorkdayOptions | undefined,
  zone: string,
  intl: IntlPort,
): IsWorkday {
  const { holidays = [], weekend = [6, 7] } = asOptions(where, options);
  const free = new Set(
    asList(where, "weekend", weekend).map((day) => asWholeNumber(where, "a day of the weekend", day, 1, 7)),
  );
  if (free.size === 7) refuse(where, "weekend", "at most six days", weekend);
  const closed = new Set(
    asList(where, "holidays", holidays).map((holiday) =>
      dayText(toWall(intl, zone, readDate(where, "a holiday", holiday, zone, intl).instant)),
    ),
  );
  return (day) => !free.has(weekdayOf(day)) && !closed.has(dayText(day));
}

/** Goes on by workdays; with 0, a day that is none goes on to the next. */
export function addWorkdays(where: string, from: WallTime, amount: number, isWorkday: IsWorkday): WallTime {
  const count = asWholeNumber(where, "amount", amount, -MOST_DAYS, MOST_DAYS);
  const step = count < 0 ? -1 : 1;
  let day = from;
  let left = Math.abs(count);
  for (let gone = 0; left > 0 || !isWorkday(day); gone++) {
    if (gone > MOST_DAYS * 8) throw new Error(`${where}: there are too few workdays.`);
    day = utcToWall(wallToUtc({ ...day, day: day.day + step }));
    if (isWorkday(day)) left--;
  }
  return day;
}

/** Counts workdays from one day up to another, which does not count. */
export function workdaysBetween(where: string, from: WallTime, to: WallTime, isWorkday: IsWorkday): number {
  const days = Math.round((midnight(to) - midnight(from)) / DAY_MS);
  if (Math.abs(days) > MOST_DAYS) throw new Error(`${where}: the dates lie more than ${MOST_DAYS} days apart.`);
  const [start, sign] = days < 0 ? [to, -1] : [from, 1];
  let count = 0;
  for (let at = 0; at < Math.abs(days); at++) {
    if (isWorkday(utcToWall(midnight(start) + at * DAY_MS))) count++;
  }
  return count * sign + 0;
}

const midnight = ({ year, month, day }: WallTime): number => wallToUtc({ ...MIDNIGHT, year, month, day });
