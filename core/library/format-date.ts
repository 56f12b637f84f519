import { readPattern } from "@/core/library/date-pattern";
import type { IntlDateStyle, IntlPort } from "@/core/library/intl-port";
import { digits } from "@/core/library/read-date";
import type { DateParts, DateStyle } from "@/core/library/types/dates";
import { weekOf } from "@/core/library/week-of-year";
import { toParts } from "@/core/library/zoned-time";

/** Writes an instant after a pattern or a style; see `Dates.format`. */
export function formatDate(instant: number, pattern: string, zone: string, locale: string, intl: IntlPort): string {
  if (Object.hasOwn(STYLES, pattern)) return intl.formatDate(instant, zone, locale, STYLES[pattern as DateStyle]);
  const parts = toParts(intl, zone, instant);
  const names = () => intl.dateNames(locale);
  return readPattern("dates.format", pattern)
    .map((part) => ("text" in part ? part.text : WRITE[part.field]!(parts, names)))
    .join("");
}

const STYLES: Record<DateStyle, IntlDateStyle> = {
  date: { date: "medium" },
  shortDate: { date: "short" },
  longDate: { date: "long" },
  fullDate: { date: "full" },
  time: { time: "short" },
  dateTime: { date: "medium", time: "short" },
  longDateTime: { date: "long", time: "short" },
};

type Names = () => ReturnType<IntlPort["dateNames"]>;

const WRITE: Record<string, (parts: DateParts, names: Names) => string> = {
  yyyy: ({ year }) => digits(year, 4),
  yy: ({ year }) => digits(year % 100, 2),
  Q: ({ month }) => String(Math.ceil(month / 3)),
  MMMM: ({ month }, names) => names().months[month - 1] ?? "",
  LLLL: ({ month }, names) => names().monthsAlone[month - 1] ?? "",
  MMM: ({ month }, names) => names().shortMonths[month - 1] ?? "",
  MM: ({ month }) => digits(month, 2),
  M: ({ month }) => String(month),
  dd: ({ day }) => digits(day, 2),
  d: ({ day }) => String(day),
  EEEE: ({ weekday }, names) => names().weekdays[weekday - 1] ?? "",
  EEE: ({ weekday }, names) => names().shortWeekdays[weekday - 1] ?? "",
  ww: (parts) => digits(weekOf(parts), 2),
  HH: ({ hour }) => digits(hour, 2),
  H: ({ hour }) => String(hour),
  hh: ({ hour }) => digits(hour % 12 || 12, 2),
  h: ({ hour }) => String(hour % 12 || 12),
  a: ({ hour }, names) => names().dayPeriods[hour < 12 ? 0 : 1] ?? "",
  mm: ({ minute }) => digits(minute, 2),
  m: ({ minute }) => String(minute),
  ss: ({ second }) => digits(second, 2),
  s: ({ second }) => String(second),
  SSS: ({ millisecond }) => digits(millisecond, 3),
  xxx: ({ offset }) => offsetText(offset),
  XXX: ({ offset }) => (offset === 0 ? "Z" : offsetText(offset)),
};

function offsetText(minutes: number): string {
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${digits(Math.floor(ahead / 60), 2)}:${digits(ahead % 60, 2)}`;
}
