import type { IntlPort } from "@/core/library/intl-port";
import type { DateParts } from "@/core/library/types/dates";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Calendar and clock as numbers; fields may lie outside of their range and carry over. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** @returns milliseconds since the epoch, as if the wall time were UTC's. */
export function wallToUtc({ year, month, day, hour, minute, second, millisecond }: WallTime): number {
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second, millisecond);
}

/** @returns the wall time that UTC shows at this number of milliseconds. */
export function utcToWall(ms: number): WallTime {
  const date = new Date(ms);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/** @returns what calendar and clock of a zone show at an instant. */
export const toWall = (intl: IntlPort, zone: string, instant: number): WallTime =>
  utcToWall(instant + intl.offset(zone, instant));

/**
 * The instant at which a zone shows a wall time. One that is skipped is read with the offset from before the change, so it
 * comes out as much later as was skipped; of one that comes twice it is the first.
 */
export function toInstant(intl: IntlPort, zone: string, wall: WallTime): number {
  const utc = wallToUtc(wall);
  const before = intl.offset(zone, utc - DAY_MS);
  const after = intl.offset(zone, utc + DAY_MS);
  const candidates = before === after ? [utc - before] : [utc - before, utc - after].sort((a, b) => a - b);
  const shown = candidates.find((instant) => instant + intl.offset(zone, instant) === utc);
  return shown ?? utc - before;
}

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (wall: Pick<WallTime, "year" | "month" | "day">): number =>
  new Date(wallToUtc({ ...MIDNIGHT, ...wall })).getUTCDay() || 7;

export const MIDNIGHT: WallTime = { year: 1970, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 };

export const daysInMonth = (year: number, month: number): number =>
  utcToWall(wallToUtc({ ...MIDNIGHT, year, month: month + 1, day: 0 })).day;

export function toParts(intl: IntlPort, zone: string, instant: number): DateParts {
  const offset = intl.offset(zone, instant);
  const wall = utcToWall(instant + offset);
  return { ...wall, weekday: weekdayOf(wall), offset: Math.round(offset / 60_000) };
}
