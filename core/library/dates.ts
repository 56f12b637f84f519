import { asList, asName, asOptions, asWholeNumber, refuse } from "@/core/library/arguments";
import { addUnits, asUnit, endOfUnit, isClockUnit, startOfUnit, wholeUnits } from "@/core/library/date-units";
import { formatDate } from "@/core/library/format-date";
import type { IntlPort } from "@/core/library/intl-port";
import { parseDate } from "@/core/library/parse-date";
import {
  checkedInstant,
  dayText,
  giveBack,
  isWall,
  type ReadDate,
  readDate,
  tryReadDate,
} from "@/core/library/read-date";
import type { DateInput, DateParts, Dates, DateUnit, SameKind, WorkdayOptions } from "@/core/library/types/dates";
import { weekOf } from "@/core/library/week-of-year";
import { addWorkdays, workdaysBetween, workdaysOf } from "@/core/library/workdays";
import { daysInMonth, MIDNIGHT, toInstant, toParts, toWall, type WallTime } from "@/core/library/zoned-time";

/** @returns `dates` */
export function createDates(intl: IntlPort): Dates {
  const zoneOf = (where: string, zone: unknown) => asName(where, "zone", zone, intl.localZone());
  const read = (where: string, name: string, date: unknown, zone: string) => readDate(where, name, date, zone, intl);

  const partsOf = (where: string, date: DateInput, zone: unknown): DateParts => {
    const named = zoneOf(where, zone);
    return toParts(intl, named, read(where, "date", date, named).instant);
  };
  /** What changes a date and gives back one of its kind. Days are reckoned without a zone, where each has 24 hours. */
  const change = <D extends DateInput>(
    where: string,
    date: D,
    given: unknown,
    next: (date: ReadDate, zone: string) => ReadDate,
  ) => {
    const named = zoneOf(where, given);
    const found = read(where, "date", date, named);
    const zone = found.kind === "day" ? "UTC" : named;
    const { kind, instant } = next(found.kind === "day" ? read(where, "date", date, zone) : found, zone);
    return giveBack(kind, checkedInstant(where, instant), zone, intl) as SameKind<D>;
  };
  const shift = <D extends DateInput>(
    where: string,
    date: D,
    amount: number,
    given: DateUnit,
    zone: unknown,
    sign: 1 | -1,
  ) => {
    const unit = asUnit(where, given);
    const isClock = isClockUnit(unit);
    const count = sign * (isClock ? asAmount(where, amount) : asWholeNumber(where, "amount", amount, -1e7, 1e7));
    const named = zoneOf(where, zone);
    const found = read(where, "date", date, named);
    if (found.kind === "day" && isClock) {
      const instant = checkedInstant(where, addUnits(found.instant, count, unit, named, intl));
      return giveBack("text", instant, named, intl) as SameKind<D>;
    }
    return change(where, date, zone, ({ kind, instant }, reckoned) => ({
      kind,
      instant: addUnits(instant, count, unit, reckoned, intl),
    }));
  };
  const edge = <D extends DateInput>(
    where: string,
    find: typeof startOfUnit,
    date: D,
    given: DateUnit,
    zone: unknown,
  ) => {
    const unit = asUnit(where, given);
    return change(where, date, zone, ({ kind, instant }, reckoned) => {
      if (kind === "day" && isClockUnit(unit))
        refuse(where, "unit", "a day or longer where the date has no time", unit);
      return { kind, instant: find(instant, unit, reckoned, intl) };
    });
  };
  const compare = (where: string, date: DateInput, other: DateInput, given: unknown): number => {
    const zone = zoneOf(where, given);
    return read(where, "date", date, zone).instant - read(where, "other", other, zone).instant;
  };
  const workdays = (where: string, options: WorkdayOptions | undefined) => {
    const zone = zoneOf(where, asOptions(where, options).zone);
    return { zone, isWorkday: workdaysOf(where, options, zone, intl) };
  };
  const extreme = <D extends DateInput>(
    where: string,
    list: readonly (D | null | undefined)[],
    given: unknown,
    sign: 1 | -1,
  ): D | null => {
    const zone = zoneOf(where, given);
    let best: { item: D; instant: number } | null = null;
    for (const item of asList(where, "list", list)) {
      if (item === null || item === undefined || item === "") continue;
      const { instant } = read(where, "an item", item, zone);
      if (!best || (instant - best.instant) * sign > 0) best = { item, instant };
    }
    return best?.item ?? null;
  };

  return {
    today: (zone) => dayText(toWall(intl, zoneOf("dates.today", zone), Date.now())),
    toDay: (date, zone) => dayText(partsOf("dates.toDay", date, zone)),
    parse: (text, pattern, zone, locale) => {
      const where = "dates.parse";
      const named = zoneOf(where, zone);
      if (typeof text !== "string") return refuse(where, "text", "text", text);
      if (pattern === undefined || pattern === null) return new Date(read(where, "text", text, named).instant);
      const instant = parseDate(text, pattern, named, asName(where, "locale", locale, "en"), intl);
      return new Date(checkedInstant(where, instant));
    },
    format: (date, pattern, options) => {
      const where = "dates.format";
      const { zone, locale } = asOptions(where, options);
      const named = zoneOf(where, zone);
      const { instant } = read(where, "date", date, named);
      return formatDate(instant, pattern, named, asName(where, "locale", locale, "en"), intl);
    },
    add: (date, amount, unit, zone) => shift("dates.add", date, amount, unit, zone, 1),
    subtract: (date, amount, unit, zone) => shift("dates.subtract", date, amount, unit, zone, -1),
    difference: (from, to, unit, zone) => {
      const where = "dates.difference";
      const isCalendar = [from, to].every((date) => read(where, "a date", date, "UTC").kind === "day");
      const named = isCalendar ? "UTC" : zoneOf(where, zone);
      const [start, end] = [read(where, "from", from, named).instant, read(where, "to", to, named).instant];
      return wholeUnits(start, end, asUnit(where, unit), named, intl);
    },
    startOf: (date, unit, zone) => edge("dates.startOf", startOfUnit, date, unit, zone),
    endOf: (date, unit, zone) => edge("dates.endOf", endOfUnit, date, unit, zone),
    weekday: (date, zone) => partsOf("dates.weekday", date, zone).weekday,
    isWeekend: (date, zone) => partsOf("dates.isWeekend", date, zone).weekday > 5,
    addWorkdays: (date, amount, options) => {
      const where = "dates.addWorkdays";
      const { zone, isWorkday } = workdays(where, options);
      return change(where, date, zone, ({ kind, instant }, reckoned) => {
        const day = addWorkdays(where, toWall(intl, reckoned, instant), amount, isWorkday);
        return { kind, instant: toInstant(intl, reckoned, day) };
      });
    },
    workdaysBetween: (from, to, options) => {
      const where = "dates.workdaysBetween";
      const { zone, isWorkday } = workdays(where, options);
      const wall = (name: string, date: DateInput) => toWall(intl, zone, read(where, name, date, zone).instant);
      return workdaysBetween(where, wall("from", from), wall("to", to), isWorkday);
    },
    inZone: (date, zone) => partsOf("dates.inZone", date, zone),
    fromParts: (parts, zone) => {
      const where = "dates.fromParts";
      const named = zoneOf(where, zone);
      return new Date(checkedInstant(where, toInstant(intl, named, wallOf(where, parts))));
    },
    isBefore: (date, other, zone) => compare("dates.isBefore", date, other, zone) < 0,
    isAfter: (date, other, zone) => compare("dates.isAfter", date, other, zone) > 0,
    isSameDay: (date, other, zone) => {
      const day = (one: DateInput) => dayText(partsOf("dates.isSameDay", one, zone));
      return day(date) === day(other);
    },
    isDate: (value) => tryReadDate(value, intl.localZone(), intl) !== null,
    earliest: (list, zone) => extreme("dates.earliest", list, zone, -1),
    latest: (list, zone) => extreme("dates.latest", list, zone, 1),
    daysInMonth: (date, zone) => {
      const { year, month } = partsOf("dates.daysInMonth", date, zone);
      return daysInMonth(year, month);
    },
    quarter: (date, zone) => Math.ceil(partsOf("dates.quarter", date, zone).month / 3),
    weekOfYear: (date, zone) => weekOf(partsOf("dates.weekOfYear", date, zone)),
  };
}

function asAmount(where: string, given: unknown): number {
  if (typeof given === "number" && Math.abs(given) <= 1e12) return given;
  return refuse(where, "amount", "a number", given);
}

function wallOf(where: string, parts: Partial<WallTime>): WallTime {
  if (typeof parts !== "object" || parts === null) return refuse(where, "parts", "an object", parts);
  const wall = { ...MIDNIGHT };
  for (const [field, [least, most]] of Object.entries(RANGES) as [keyof WallTime, [number, number]][]) {
    const given = parts[field];
    if (given !== undefined || field === "year") wall[field] = asWholeNumber(where, field, given, least, most);
  }
  if (!isWall(wall)) refuse(where, "day", `a day that ${wall.year}-${wall.month} has`, wall.day);
  return wall;
}

const RANGES: Record<keyof WallTime, [number, number]> = {
  year: [1, 9_999],
  month: [1, 12],
  day: [1, 31],
  hour: [0, 23],
  minute: [0, 59],
  second: [0, 59],
  millisecond: [0, 999],
};
