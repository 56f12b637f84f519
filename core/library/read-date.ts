import { refuse } from "@/core/library/arguments";
import type { IntlPort } from "@/core/library/intl-port";
import { daysInMonth, MIDNIGHT, toInstant, utcToWall, type WallTime, wallToUtc } from "@/core/library/zoned-time";

/** A date as it was given: what comes back is of the same kind. */
export interface ReadDate {
  kind: "date" | "text" | "day";
  instant: number;
}

/** The first and the last instant of the years 1 to 9999, in UTC. */
const FIRST = wallToUtc({ ...MIDNIGHT, year: 1 });
const LAST = wallToUtc({ ...MIDNIGHT, year: 10_000 }) - 1;

const EXPECTED = "a date, or text such as 2026-03-14 or 2026-03-14T09:30:00Z";

/** Reads an argument that is a date. @throws Error for anything else, and outside of the years 1 to 9999 */
export function readDate(where: string, name: string, given: unknown, zone: string, intl: IntlPort): ReadDate {
  const date = tryReadDate(given, zone, intl);
  return date ?? refuse(where, name, EXPECTED, given);
}

/** @returns null for what is no date */
export function tryReadDate(given: unknown, zone: string, intl: IntlPort): ReadDate | null {
  if (given instanceof Date) return within({ kind: "date", instant: given.getTime() });
  const parts = typeof given === "string" && given.length <= 40 ? ISO.exec(given.trim()) : null;
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, fraction, sign] = parts;
  const wall: WallTime = {
    year: Number(year),
    month: Number(month),
    day: Number(day),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: Math.floor(Number(`0.${fraction ?? 0}`) * 1_000 + 1e-6),
  };
  if (!isWall(wall)) return null;
  if (hour === undefined) return within({ kind: "day", instant: toInstant(intl, zone, wall) });
  if (sign === undefined) return within({ kind: "text", instant: toInstant(intl, zone, wall) });
  return within({ kind: "text", instant: wallToUtc(wall) - offsetOf(sign) });
}

/** Whether calendar and clock can show it. */
export const isWall = ({ year, month, day, hour, minute, second }: WallTime): boolean =>
  year >= 1 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysInMonth(year, month) &&
  hour <= 23 &&
  minute <= 59 &&
  second <= 59;

/** @returns a day as `yyyy-MM-dd`. */
export const dayText = ({ year, month, day }: WallTime): string =>
  `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;

/** @returns milliseconds of `Z`, `+01:00` or `+0100`. */
export function offsetOf(text: string): number {
  if (/^z$/i.test(text)) return 0;
  const [hours, minutes] = [text.slice(1, 3), text.slice(-2)].map(Number) as [number, number];
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

/** @throws Error when a calculation led outside of the years 1 to 9999 */
export function checkedInstant(where: string, instant: number): number {
  if (instant >= FIRST && instant <= LAST) return instant;
  throw new Error(`${where}: the result lies outside of the years 1 to 9999.`);
}

/** Gives an instant back as what was given. */
export function giveBack(kind: ReadDate["kind"], instant: number, zone: string, intl: IntlPort): Date | string {
  if (kind === "date") return new Date(instant);
  return kind === "text" ? new Date(instant).toISOString() : dayText(utcToWall(instant + intl.offset(zone, instant)));
}

export const digits = (value: number, length: number): string => String(value).padStart(length, "0");

const within = (date: ReadDate): ReadDate | null => (date.instant >= FIRST && date.instant <= LAST ? date : null);

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)?)?$/i;
