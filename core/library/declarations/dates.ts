/** Written by `library.test.ts` from `types/dates.ts`. */
export const DATES_DECLARATION = `/** Days and moments. Zones are IANA names such as \`Europe/Paris\`; without one it is the workspace's. Weeks begin on Monday. */
declare namespace dates {
  /** A moment (\`Date\`, or ISO text such as \`2026-03-14T09:30:00Z\`), or a day (\`2026-03-14\`). Text without a zone is read in the zone of the workspace, or the one given. */
  type DateInput = Date | string;

  /** What comes back is of the kind that was given: a \`Date\` for a \`Date\`, text for text, and a day for a day. */
  type SameKind<D> = D extends Date ? Date : string;

  type DateUnit =
    | "year"
    | "years"
    | "quarter"
    | "quarters"
    | "month"
    | "months"
    | "week"
    | "weeks"
    | "day"
    | "days"
    | "hour"
    | "hours"
    | "minute"
    | "minutes"
    | "second"
    | "seconds";

  type DateStyle = "date" | "shortDate" | "longDate" | "fullDate" | "time" | "dateTime" | "longDateTime";

  /** A moment as a clock on the wall of a zone shows it. \`weekday\` is 1 for Monday to 7 for Sunday, \`offset\` minutes east of UTC. */
  interface DateParts {
    year: number;
    month: number;
    day: number;
    hour: number;
    minute: number;
    second: number;
    millisecond: number;
    weekday: number;
    offset: number;
  }

  /** \`weekend\`: days nobody works, 1 for Monday to 7 for Sunday; Saturday and Sunday unless given. */
  interface WorkdayOptions {
    holidays?: readonly DateInput[];
    weekend?: readonly number[];
    zone?: string;
  }
  /**
   * The day it is, as \`yyyy-MM-dd\`.
   * @example dates.today("Europe/Paris") // "2026-03-14"
   */
  function today(zone?: string): string;
  /**
   * The day of a moment, as \`yyyy-MM-dd\`: what a date field of a record holds.
   * @example dates.toDay("2026-03-14T23:30:00Z", "Europe/Paris") // "2026-03-15"
   */
  function toDay(date: DateInput, zone?: string): string;
  /**
   * Reads a moment from text: ISO text, or text written after a pattern such as \`dd/MM/yyyy HH:mm\`.
   * @example dates.parse("14/03/2026 09:30", "dd/MM/yyyy HH:mm", "Europe/Paris") // "2026-03-14T08:30:00.000Z"
   */
  function parse(text: string, pattern?: string, zone?: string, locale?: string): Date;
  /**
   * Writes a date after a pattern (yyyy MM dd HH mm ss, MMMM, EEEE, a, xxx …) or a style of a language.
   * @example dates.format("2026-03-14", "EEEE d MMMM yyyy", { locale: "fr" }) // "samedi 14 mars 2026"
   */
  function format(date: DateInput, pattern: DateStyle | (string & {}), options?: { zone?: string; locale?: string }): string;
  /**
   * Adds to a date; a day that a month does not have becomes its last.
   * @example dates.add("2026-01-31", 1, "month") // "2026-02-28"
   */
  function add<D extends DateInput>(date: D, amount: number, unit: DateUnit, zone?: string): SameKind<D>;
  /**
   * Takes away from a date.
   * @example dates.subtract("2026-03-01", 1, "day") // "2026-02-28"
   */
  function subtract<D extends DateInput>(date: D, amount: number, unit: DateUnit, zone?: string): SameKind<D>;
  /**
   * How many whole units lie between two dates; negative when the second is before the first.
   * @example dates.difference("2026-01-31", "2026-03-14", "days") // 42
   */
  function difference(from: DateInput, to: DateInput, unit: DateUnit, zone?: string): number;
  /**
   * The first moment (or day) of the year, quarter, month, week, day, hour, minute or second a date is in.
   * @example dates.startOf("2026-03-14", "week") // "2026-03-09"
   */
  function startOf<D extends DateInput>(date: D, unit: DateUnit, zone?: string): SameKind<D>;
  /**
   * The last moment (or day) of the year, quarter, month, week, day, hour, minute or second a date is in.
   * @example dates.endOf("2028-02-10", "month") // "2028-02-29"
   */
  function endOf<D extends DateInput>(date: D, unit: DateUnit, zone?: string): SameKind<D>;
  /**
   * The day of the week: 1 for Monday to 7 for Sunday.
   * @example dates.weekday("2026-03-14") // 6
   */
  function weekday(date: DateInput, zone?: string): number;
  /**
   * Whether a date is a Saturday or a Sunday.
   * @example dates.isWeekend("2026-03-14") // true
   */
  function isWeekend(date: DateInput, zone?: string): boolean;
  /**
   * Goes forward (or back) by days that are neither of a weekend nor a holiday.
   * @example dates.addWorkdays("2026-04-02", 2, { holidays: ["2026-04-03", "2026-04-06"] }) // "2026-04-08"
   */
  function addWorkdays<D extends DateInput>(date: D, amount: number, options?: WorkdayOptions): SameKind<D>;
  /**
   * How many workdays there are from one day up to another, which is not counted.
   * @example dates.workdaysBetween("2026-03-13", "2026-03-17") // 2
   */
  function workdaysBetween(from: DateInput, to: DateInput, options?: WorkdayOptions): number;
  /**
   * What calendar and clock show at a moment in a zone.
   * @example dates.inZone("2026-03-14T23:30:00Z", "Asia/Tokyo").hour // 8
   */
  function inZone(date: DateInput, zone?: string): DateParts;
  /**
   * The moment at which calendar and clock of a zone show this. A time that is skipped when clocks go forward is read as if they had not; of one that comes twice it is the first.
   * @example dates.fromParts({ year: 2026, month: 3, day: 14, hour: 9 }, "Europe/Paris") // "2026-03-14T08:00:00.000Z"
   */
  function fromParts(parts: { year: number; month?: number; day?: number; hour?: number; minute?: number; second?: number; millisecond?: number; }, zone?: string): Date;
  /**
   * Whether a date comes before another.
   * @example dates.isBefore("2026-03-14", "2026-03-15") // true
   */
  function isBefore(date: DateInput, other: DateInput, zone?: string): boolean;
  /**
   * Whether a date comes after another.
   * @example dates.isAfter("2026-03-14", "2026-03-15") // false
   */
  function isAfter(date: DateInput, other: DateInput, zone?: string): boolean;
  /**
   * Whether two dates are the same day in a zone.
   * @example dates.isSameDay("2026-03-14T23:30:00Z", "2026-03-15", "Europe/Paris") // true
   */
  function isSameDay(date: DateInput, other: DateInput, zone?: string): boolean;
  /**
   * Whether a value is a date that these functions can read.
   * @example dates.isDate("2026-02-30") // false
   */
  function isDate(value: unknown): boolean;
  /**
   * The first of some dates; empty ones do not count, and of none it is null.
   * @example dates.earliest(["2026-03-14", null, "2026-01-02"]) // "2026-01-02"
   */
  function earliest<D extends DateInput>(list: readonly (D | null | undefined)[], zone?: string): D | null;
  /**
   * The last of some dates; empty ones do not count, and of none it is null.
   * @example dates.latest(["2026-03-14", null, "2026-01-02"]) // "2026-03-14"
   */
  function latest<D extends DateInput>(list: readonly (D | null | undefined)[], zone?: string): D | null;
  /**
   * How many days the month of a date has.
   * @example dates.daysInMonth("2028-02-10") // 29
   */
  function daysInMonth(date: DateInput, zone?: string): number;
  /**
   * The quarter of the year: 1 to 4.
   * @example dates.quarter("2026-11-25") // 4
   */
  function quarter(date: DateInput, zone?: string): number;
  /**
   * The number of the week after ISO 8601: 1 is the week of the year's first Thursday.
   * @example dates.weekOfYear("2027-01-01") // 53
   */
  function weekOfYear(date: DateInput, zone?: string): number;
}
`;
