import { refuse } from "@/core/library/arguments";
import { readPattern } from "@/core/library/date-pattern";
import { fold } from "@/core/library/fold";
import type { DateNames, IntlPort } from "@/core/library/intl-port";
import { isWall, offsetOf } from "@/core/library/read-date";
import { MIDNIGHT, toInstant, type WallTime, wallToUtc } from "@/core/library/zoned-time";

interface Reading {
  text: string;
  at: number;
  wall: WallTime;
  afternoon: boolean | null;
  offset: number | null;
  names: () => DateNames;
}

/** Reads text written after a pattern; see `Dates.parse`. @throws Error where it is not */
export function parseDate(text: string, pattern: string, zone: string, locale: string, intl: IntlPort): number {
  const where = "dates.parse";
  const names = () => intl.dateNames(locale);
  const reading: Reading = { text: text.trim(), at: 0, wall: { ...MIDNIGHT }, afternoon: null, offset: null, names };
  const isRead = text.length <= 200 && readPattern(where, pattern).every((part) => readPart(reading, part));
  const { wall, afternoon, offset } = reading;
  if (afternoon !== null) wall.hour = (wall.hour % 12) + (afternoon ? 12 : 0);
  if (!isRead || reading.at < reading.text.length || !isWall(wall)) {
    return refuse(where, "text", `a date written as "${pattern}"`, text);
  }
  return offset === null ? toInstant(intl, zone, wall) : wallToUtc(wall) - offset;
}

function readPart(reading: Reading, part: { text: string } | { field: string }): boolean {
  if ("field" in part) return READ[part.field]?.(reading) ?? false;
  const isThere = reading.text.startsWith(part.text, reading.at);
  if (isThere) reading.at += part.text.length;
  return isThere;
}

const number = (least: number, most: number, take: (reading: Reading, value: number) => void) => (reading: Reading) => {
  let end = reading.at;
  while (end < reading.at + most && /[0-9]/.test(reading.text[end] ?? "")) end++;
  if (end - reading.at < least) return false;
  take(reading, Number(reading.text.slice(reading.at, end)));
  reading.at = end;
  return true;
};

/** The longest name that stands here; capitals and accents make no difference. */
const name =
  (of: (names: DateNames) => string[], take: (reading: Reading, index: number) => void) => (reading: Reading) => {
    const rest = reading.text.slice(reading.at);
    const found = of(reading.names())
      .map((one, index) => ({ one, index }))
      .filter(({ one }) => one !== "" && fold(rest.slice(0, one.length)) === fold(one))
      .sort((a, b) => b.one.length - a.one.length)[0];
    if (!found) return false;
    reading.at += found.one.length;
    take(reading, found.index);
    return true;
  };

const wall = (field: keyof WallTime) => (reading: Reading, value: number) => {
  reading.wall[field] = value;
};
const month = (reading: Reading, index: number) => {
  reading.wall.month = (index % 12) + 1;
};

function readOffset(reading: Reading): boolean {
  const found = /^(?:Z|[+-](?:[01]\d|2[0-3]):?[0-5]\d)/i.exec(reading.text.slice(reading.at, reading.at + 6))?.[0];
  if (found === undefined) return false;
  reading.at += found.length;
  reading.offset = offsetOf(found);
  return true;
}

const READ: Record<string, (reading: Reading) => boolean> = {
  yyyy: number(4, 4, wall("year")),
  // Two digits mean the years from 1970 to 2069.
  yy: number(2, 2, (reading, value) => {
    reading.wall.year = value + (value < 70 ? 2_000 : 1_900);
  }),
  MMMM: name((names) => [...names.months, ...names.monthsAlone], month),
  LLLL: name((names) => [...names.months, ...names.monthsAlone], month),
  MMM: name((names) => names.shortMonths, month),
  MM: number(2, 2, wall("month")),
  M: number(1, 2, wall("month")),
  dd: number(2, 2, wall("day")),
  d: number(1, 2, wall("day")),
  EEEE: name(
    (names) => names.weekdays,
    () => {},
  ),
  EEE: name(
    (names) => names.shortWeekdays,
    () => {},
  ),
  HH: number(2, 2, wall("hour")),
  H: number(1, 2, wall("hour")),
  hh: number(2, 2, wall("hour")),
  h: number(1, 2, wall("hour")),
  a: name(
    (names) => [...names.dayPeriods, "AM", "PM"],
    (reading, index) => {
      reading.afternoon = index % 2 === 1;
    },
  ),
  mm: number(2, 2, wall("minute")),
  m: number(1, 2, wall("minute")),
  ss: number(2, 2, wall("second")),
  s: number(1, 2, wall("second")),
  SSS: number(3, 3, wall("millisecond")),
  xxx: readOffset,
  XXX: readOffset,
};
