import { asOneOf } from "@/core/library/arguments";
import type { IntlPort } from "@/core/library/intl-port";
import type { DateUnit } from "@/core/library/types/dates";
import {
  daysInMonth,
  MIDNIGHT,
  toInstant,
  toWall,
  type WallTime,
  wallToUtc,
  weekdayOf,
} from "@/core/library/zoned-time";

export type Unit = "year" | "quarter" | "month" | "week" | "day" | "hour" | "minute" | "second";

const UNITS: readonly Unit[] = ["year", "quarter", "month", "week", "day", "hour", "minute", "second"];

/** Milliseconds of the units that are always as long. */
const LENGTH: Partial<Record<Unit, number>> = { hour: 3_600_000, minute: 60_000, second: 1_000 };
const DAY_MS = 86_400_000;

/** @returns a unit in the singular. */
export function asUnit(where: string, given: DateUnit): Unit {
  const singular = typeof given === "string" ? given.replace(/s$/, "") : given;
  return UNITS.includes(singular as Unit) ? (singular as Unit) : asOneOf(where, "unit", given as Unit, UNITS);
}

export const isClockUnit = (unit: Unit): boolean => LENGTH[unit] !== undefined;

/** Adds to an instant; calendar units keep what the clock of the zone shows. */
export function addUnits(instant: number, amount: number, unit: Unit, zone: string, intl: IntlPort): number {
  const length = LENGTH[unit];
  if (length !== undefined) return Math.round(instant + amount * length);
  return amount === 0 ? instant : toInstant(intl, zone, addToWall(toWall(intl, zone, instant), amount, unit));
}

/** @returns whole units from one instant to another, 0 or less when the second is earlier. */
export function wholeUnits(from: number, to: number, unit: Unit, zone: string, intl: IntlPort): number {
  const length = LENGTH[unit];
  if (length !== undefined) return Math.trunc((to - from) / length) + 0;
  const start = toWall(intl, zone, from);
  const guess = Math.trunc(span(start, toWall(intl, zone, to), unit));
  const sign = to < from ? -1 : 1;
  // The guess is right but for a day, or a month, that is not full yet.
  for (let count = guess + sign; count * sign > 0; count -= sign) {
    const reached = count === 0 ? from : toInstant(intl, zone, addToWall(start, count, unit));
    if (sign > 0 ? reached <= to : reached >= to) return count;
  }
  return 0;
}

/** @returns the first instant of the unit an instant lies in. */
export function startOfUnit(instant: number, unit: Unit, zone: string, intl: IntlPort): number {
  const offset = intl.offset(zone, instant);
  const length = LENGTH[unit];
  // Subtracted, not looked up: of an hour that comes twice, the second stays the second.
  if (length !== undefined) return Math.floor((instant + offset) / length) * length - offset;
  const { year, month, day } = toWall(intl, zone, instant);
  const starts: Partial<Record<Unit, Partial<WallTime>>> = {
    year: { year },
    quarter: { year, month: month - ((month - 1) % 3) },
    month: { year, month },
    week: { year, month, day: day + 1 - weekdayOf({ year, month, day }) },
    day: { year, month, day },
  };
  return toInstant(intl, zone, { ...MIDNIGHT, ...starts[unit] });
}

/** @returns the last millisecond of the unit an instant lies in. */
export function endOfUnit(instant: number, unit: Unit, zone: string, intl: IntlPort): number {
  const start = startOfUnit(instant, unit, zone, intl);
  const length = LENGTH[unit];
  if (length !== undefined) return start + length - 1;
  const wall = { ...toWall(intl, zone, start), hour: 0, minute: 0, second: 0, millisecond: 0 };
  return toInstant(intl, zone, addToWall(wall, 1, unit)) - 1;
}

/** A day that a month does not have becomes its last. */
function addToWall(wall: WallTime, amount: number, unit: Unit): WallTime {
  if (unit === "day" || unit === "week") return { ...wall, day: wall.day + amount * (unit === "week" ? 7 : 1) };
  const months = wall.year * 12 + wall.month - 1 + amount * MONTHS[unit]!;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return { ...wall, year, month, day: Math.min(wall.day, daysInMonth(year, month)) };
}

function span(from: WallTime, to: WallTime, unit: Unit): number {
  if (unit === "day" || unit === "week") return (wallToUtc(to) - wallToUtc(from)) / DAY_MS / (unit === "week" ? 7 : 1);
  return ((to.year - from.year) * 12 + to.month - from.month) / MONTHS[unit]!;
}

const MONTHS: Partial<Record<Unit, number>> = { year: 12, quarter: 3, month: 1 };
