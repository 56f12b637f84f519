/** What the standard library offers, as TypeScript declares it. Written by `library.test.ts` from `types/`. */
export const LIBRARY_DECLARATIONS = `/** Days and moments. Zones are IANA names such as \`Europe/Paris\`; without one it is the workspace's. Weeks begin on Monday. */
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

/** Amounts of money, reckoned exactly in decimals: \`money.add(0.1, 0.2)\` is 0.3. They lie below 10,000,000,000,000. Currencies are codes such as \`EUR\`. */
declare namespace money {
  /** A number, or text such as \`"12.50"\`. */
  type Amount = number | string;

  /** A function that gives the amount of an item, or the name of the field that holds it. */
  type AmountOf<T> = ((item: T) => Amount | null | undefined) | (keyof T & string);
  /**
   * Adds amounts.
   * @example money.add(0.1, 0.2) // 0.3
   */
  function add(...amounts: Amount[]): number;
  /**
   * Takes amounts away from the first.
   * @example money.subtract(1, 0.9) // 0.1
   */
  function subtract(amount: Amount, ...amounts: Amount[]): number;
  /**
   * Multiplies an amount; it is not rounded.
   * @example money.multiply(1.15, 3) // 3.45
   */
  function multiply(amount: Amount, factor: Amount): number;
  /**
   * Divides an amount, rounded to what the currency has (two decimals without one).
   * @example money.divide(100, 3, "EUR") // 33.33
   */
  function divide(amount: Amount, by: Amount, currency?: string): number;
  /**
   * So many percent of an amount, rounded to what the currency has (two decimals without one).
   * @example money.percent(49.99, 20, "EUR") // 10
   */
  function percent(amount: Amount, percent: Amount, currency?: string): number;
  /**
   * Adds up a list, or a field of its items; empty ones do not count.
   * @example money.sum([{ Amount: 10.1 }, { Amount: null }, { Amount: "0.2" }], "Amount") // 10.3
   */
  function sum<T>(list: readonly T[], by?: AmountOf<T>): number;
  /**
   * Rounds to what the currency has (two decimals without one); a half goes away from zero.
   * @example money.round(1.005, "EUR") // 1.01
   */
  function round(amount: Amount, currency?: string): number;
  /**
   * Splits an amount into equal parts, or by weights, that add up to it exactly.
   * @example money.split(100, 3, "EUR") // [33.34, 33.33, 33.33]
   */
  function split(amount: Amount, parts: number | readonly number[], currency?: string): number[];
  /**
   * Writes an amount as people of a language read it.
   * @example money.format(1234.5, "EUR", "de") // "1.234,50\\u00a0€"
   */
  function format(amount: Amount, currency: string, locale?: string): string;
  /**
   * Reads an amount that a person of a language wrote, with or without the currency.
   * @example money.parse("1.234,50 €", "de") // 1234.5
   */
  function parse(text: string, locale?: string): number;
  /**
   * How many decimals a currency has.
   * @example money.digits("JPY") // 0
   */
  function digits(currency: string): number;
}

/** Numbers: rounding as on paper, and reading and writing them as people of a language do. */
declare namespace numbers {
  /** A number, or text such as \`"12.50"\`. */
  type NumberInput = number | string;

  /** A function that gives the number of an item, or the name of the field that holds it. */
  type NumberOf<T> = ((item: T) => NumberInput | null | undefined) | (keyof T & string);

  /** \`digits\`: how many decimals, exactly; without it up to three. \`percent\`: 0.25 is written as 25 %. */
  interface NumberFormat {
    locale?: string;
    digits?: number;
    percent?: boolean;
  }
  /**
   * Rounds to so many decimals (0 unless given); a half goes away from zero. Negative digits round to tens, hundreds …
   * @example numbers.round(1.005, 2) // 1.01
   */
  function round(value: NumberInput, digits?: number): number;
  /**
   * Rounds up, to so many decimals.
   * @example numbers.roundUp(1.21, 1) // 1.3
   */
  function roundUp(value: NumberInput, digits?: number): number;
  /**
   * Rounds down, to so many decimals.
   * @example numbers.roundDown(-1.21, 1) // -1.3
   */
  function roundDown(value: NumberInput, digits?: number): number;
  /**
   * Writes a number as people of a language read it.
   * @example numbers.format(1234.5, { locale: "en", digits: 2 }) // "1,234.50"
   */
  function format(value: NumberInput, options?: NumberFormat): string;
  /**
   * Reads a number that a person of a language wrote.
   * @example numbers.parse("1.234,5", "de") // 1234.5
   */
  function parse(text: string, locale?: string): number;
  /**
   * The number, or the nearer limit where it lies outside.
   * @example numbers.clamp(120, 0, 100) // 100
   */
  function clamp(value: number, lowest: number, highest: number): number;
  /**
   * Adds up a list, or a field of its items, exactly; empty ones do not count.
   * @example numbers.sum([0.1, 0.2, null]) // 0.3
   */
  function sum<T>(list: readonly T[], by?: NumberOf<T>): number;
  /**
   * The average of a list, or of a field of its items; empty ones do not count, and of none it is null.
   * @example numbers.average([1, 2, null, 6]) // 3
   */
  function average<T>(list: readonly T[], by?: NumberOf<T>): number | null;
  /**
   * The number in the middle; empty ones do not count, and of none it is null.
   * @example numbers.median([5, 1, 4, 2]) // 3
   */
  function median<T>(list: readonly T[], by?: NumberOf<T>): number | null;
  /**
   * The smallest number; empty ones do not count, and of none it is null.
   * @example numbers.min([{ price: 5 }, { price: 3 }], "price") // 3
   */
  function min<T>(list: readonly T[], by?: NumberOf<T>): number | null;
  /**
   * The largest number; empty ones do not count, and of none it is null.
   * @example numbers.max([5, null, 3]) // 5
   */
  function max<T>(list: readonly T[], by?: NumberOf<T>): number | null;
  /**
   * Whether a value is a number, or text that is one such as \`"12.50"\`.
   * @example numbers.isNumber("12,50") // false
   */
  function isNumber(value: unknown): boolean;
}

/** Text as people write it. Positions and lengths count characters as people see them, except inside of emoji made of several. */
declare namespace text {
  /** Text; a number is read as its digits, and an empty value as no text. */
  type TextInput = string | number | null | undefined;
  /**
   * Without the spaces at both ends.
   * @example text.trim("  Ada  ") // "Ada"
   */
  function trim(text: TextInput): string;
  /**
   * Without the spaces at both ends, and with one for each run of spaces and line ends between.
   * @example text.squeeze("  Ada \\n  Lovelace ") // "Ada Lovelace"
   */
  function squeeze(text: TextInput): string;
  /**
   * With a capital first letter.
   * @example text.capitalize("élodie") // "Élodie"
   */
  function capitalize(text: TextInput): string;
  /**
   * With a capital letter at each word and small letters after it.
   * @example text.titleCase("jean-luc O'NEIL") // "Jean-Luc O'Neil"
   */
  function titleCase(text: TextInput): string;
  /**
   * Small letters, digits and hyphens alone, as in a web address.
   * @example text.slug("Crème brûlée, 2 pièces!") // "creme-brulee-2-pieces"
   */
  function slug(text: TextInput): string;
  /**
   * At most so many characters, with an ending (… unless given) where something was cut off.
   * @example text.truncate("A long remark", 8) // "A long…"
   */
  function truncate(text: TextInput, length: number, ending?: string): string;
  /**
   * Whether a text holds another; capitals and accents make no difference.
   * @example text.contains("Crème brûlée", "BRULEE") // true
   */
  function contains(text: TextInput, part: TextInput): boolean;
  /**
   * Whether a text begins with another; capitals and accents make no difference.
   * @example text.startsWith("Élodie Martin", "elodie") // true
   */
  function startsWith(text: TextInput, part: TextInput): boolean;
  /**
   * Whether a text ends with another; capitals and accents make no difference.
   * @example text.endsWith("report.PDF", ".pdf") // true
   */
  function endsWith(text: TextInput, part: TextInput): boolean;
  /**
   * Whether two texts are the same but for capitals, accents and spaces around them.
   * @example text.equals(" Zoë", "zoe") // true
   */
  function equals(text: TextInput, other: TextInput): boolean;
  /**
   * Orders two texts as people of a language do: below 0, 0 or above 0.
   * @example text.compare("Zebra", "Ähre", "de") // 1
   */
  function compare(a: TextInput, b: TextInput, locale?: string): number;
  /**
   * What stands before the first place of a mark; the whole text where there is none.
   * @example text.before("ada@example.org", "@") // "ada"
   */
  function before(text: TextInput, mark: string): string;
  /**
   * What stands after the first place of a mark; nothing where there is none.
   * @example text.after("ada@example.org", "@") // "example.org"
   */
  function after(text: TextInput, mark: string): string;
  /**
   * What stands between the first place of a mark and the next of another; nothing where one is missing.
   * @example text.between("Order [A-17] sent", "[", "]") // "A-17"
   */
  function between(text: TextInput, start: string, end: string): string;
  /**
   * How often a text holds another.
   * @example text.count("a-b-c", "-") // 2
   */
  function count(text: TextInput, part: string): number;
  /**
   * Its words: runs of letters and digits, with the hyphens and apostrophes inside.
   * @example text.words("Don't panic: it's 2026!") // ["Don't", "panic", "it's", "2026"]
   */
  function words(text: TextInput): string[];
  /**
   * Its lines.
   * @example text.lines("one\\r\\ntwo\\n") // ["one", "two"]
   */
  function lines(text: TextInput): string[];
  /**
   * The first letters of its words, as capitals; at most two unless given.
   * @example text.initials("Ada King Lovelace") // "AL"
   */
  function initials(text: TextInput, most?: number): string;
  /**
   * Whether it matches a pattern in which * stands for any text and ? for any one character; capitals make no difference.
   * @example text.matches("INV-2026-017", "inv-????-*") // true
   */
  function matches(text: TextInput, pattern: string): boolean;
  /**
   * Fills the places of a template such as \`{{name}}\` or \`{{order.total}}\`; empty values leave nothing.
   * @example text.template("Dear {{person.name}},", { person: { name: "Ada" } }) // "Dear Ada,"
   */
  function template(template: string, values: object): string;
  /**
   * Filled up to a length with a character, at the start unless \`"end"\` is given.
   * @example text.pad(7, 3, "0") // "007"
   */
  function pad(text: TextInput, length: number, fill?: string, side?: "start" | "end"): string;
  /**
   * Its digits alone.
   * @example text.digits("+33 (0)1 23-45") // "33012345"
   */
  function digits(text: TextInput): string;
  /**
   * Whether nothing stands there: no value, or spaces alone.
   * @example text.isEmpty("  ") // true
   */
  function isEmpty(text: TextInput): boolean;
  /**
   * Whether it looks like the address of one mailbox.
   * @example text.isEmail("ada@example.org") // true
   */
  function isEmail(text: TextInput): boolean;
  /**
   * Whether it is a web address that begins with http:// or https://.
   * @example text.isUrl("example.org") // false
   */
  function isUrl(text: TextInput): boolean;
  /**
   * HTML as plain text: without tags, scripts and styles, with line ends for paragraphs.
   * @example text.stripHtml("<p>Fish &amp; <b>chips</b></p><p>2&nbsp;€</p>") // "Fish & chips\\n2 €"
   */
  function stripHtml(html: TextInput): string;
  /**
   * Text that shows as it is inside of HTML.
   * @example text.escapeHtml("a < b & \\"c\\"") // "a &lt; b &amp; &quot;c&quot;"
   */
  function escapeHtml(text: TextInput): string;
  /**
   * With plain letters for those with accents, and without what has none.
   * @example text.toPlainAscii("Straße in Łódź → 5 €") // "Strasse in Lodz  5 EUR"
   */
  function toPlainAscii(text: TextInput): string;
}

/** Lists. No function changes the list it is given. Values are the same when they are equal; dates when they are the same moment, objects when they hold the same. A number and its text are different. */
declare namespace lists {
  /** A function of an item, or the name of one of its fields. */
  type By<T, K = unknown> = ((item: T) => K) | (keyof T & string);
  /**
   * Groups items by a key, in the order in which keys first appear.
   * @example lists.groupBy([{ n: 1 }, { n: 2 }, { n: 3 }], (item) => item.n % 2) // [{ key: 1, items: [{ n: 1 }, { n: 3 }] }, { key: 0, items: [{ n: 2 }] }]
   */
  function groupBy<T, K>(list: readonly T[], by: (item: T) => K): { key: K; items: T[] }[];
  function groupBy<T, F extends keyof T & string>(list: readonly T[], field: F): { key: T[F]; items: T[] }[];
  /**
   * Sorts by a key, and by further ones where it is the same. Numbers come before dates and text, empty values last; capitals and accents count least.
   * @example lists.sortBy([{ n: 2 }, { n: null }, { n: 3 }], (item) => item.n, "descending") // [{ n: 3 }, { n: 2 }, { n: null }]
   */
  function sortBy<T>(list: readonly T[], by: By<T>, ...more: ("ascending" | "descending" | By<T>)[]): T[];
  /**
   * Without the items that come again, or whose key does.
   * @example lists.unique([3, 1, 3, "3"]) // [3, 1, "3"]
   */
  function unique<T>(list: readonly T[], by?: By<T>): T[];
  /**
   * Pairs the items of two lists that have the same key; an empty key matches nothing. With "left", items without a match stay, beside null.
   * @example lists.join([{ id: 1 }, { id: 2 }], [{ of: 1 }], "id", "of", "left") // [{ left: { id: 1 }, right: { of: 1 } }, { left: { id: 2 }, right: null }]
   */
  function join<L, R>(left: readonly L[], right: readonly R[], leftKey: By<L>, rightKey: By<R>, how?: "inner"): { left: L; right: R }[];
  function join<L, R>(left: readonly L[], right: readonly R[], leftKey: By<L>, rightKey: By<R>, how: "left"): { left: L; right: R | null }[];
  function join<L, R>(left: readonly L[], right: readonly R[], leftKey: By<L>, rightKey: By<R>, how: "inner" | "left"): { left: L; right: R | null }[];
  /**
   * An object that gives the first item of each key.
   * @example lists.index([{ id: "a", n: 1 }, { id: "b", n: 2 }], "id") // { a: { id: "a", n: 1 }, b: { id: "b", n: 2 } }
   */
  function index<T>(list: readonly T[], by: By<T>): Record<string, T>;
  /**
   * An object that says how many items have each key.
   * @example lists.countBy(["a", "b", "a"], (item) => item) // { a: 2, b: 1 }
   */
  function countBy<T>(list: readonly T[], by: By<T>): Record<string, number>;
  /**
   * Adds up a list, or a key of its items, exactly; empty ones do not count.
   * @example lists.sum([{ n: 0.1 }, { n: 0.2 }], (item) => item.n) // 0.3
   */
  function sum<T>(list: readonly T[], by?: By<T, number | string | null | undefined>): number;
  /**
   * Cut into lists of so many items; the last may have fewer.
   * @example lists.chunk([1, 2, 3], 2) // [[1, 2], [3]]
   */
  function chunk<T>(list: readonly T[], size: number): T[][];
  /**
   * The first item, null where there is none; with a count, a list of the first ones.
   * @example lists.first([3, 1, 2]) // 3
   */
  function first<T>(list: readonly T[]): T | null;
  function first<T>(list: readonly T[], count: number): T[];
  /**
   * The last item, null where there is none; with a count, a list of the last ones.
   * @example lists.last([3, 1, 2], 2) // [1, 2]
   */
  function last<T>(list: readonly T[]): T | null;
  function last<T>(list: readonly T[], count: number): T[];
  /**
   * Without the empty ones: null, nothing and "".
   * @example lists.compact(["a", null, "", 0]) // ["a", 0]
   */
  function compact<T>(list: readonly T[]): NonNullable<T>[];
  /**
   * One list of the items of the lists in a list; other items stay.
   * @example lists.flatten([[1, 2], 3, [[4]]]) // [1, 2, 3, [4]]
   */
  function flatten<T>(list: readonly T[]): (T extends readonly (infer I)[] ? I : T)[];
  /**
   * The items of the first list that the second does not have.
   * @example lists.difference([1, 2, 3], [2]) // [1, 3]
   */
  function difference<T>(list: readonly T[], other: readonly T[], by?: By<T>): T[];
  /**
   * The items of the first list that the second has too, each once.
   * @example lists.intersection([1, 2, 3], [3, 2, 9]) // [2, 3]
   */
  function intersection<T>(list: readonly T[], other: readonly T[], by?: By<T>): T[];
  /**
   * The items of both lists, each once.
   * @example lists.union([1, 2], [2, 3]) // [1, 2, 3]
   */
  function union<T>(list: readonly T[], other: readonly T[], by?: By<T>): T[];
  /**
   * The items that pass a test, and the others.
   * @example lists.partition([1, 2, 3], (item) => item > 1) // { matching: [2, 3], others: [1] }
   */
  function partition<T>(list: readonly T[], test: (item: T) => unknown): { matching: T[]; others: T[] };
  /**
   * Pairs of the items at the same place; null where one list has ended.
   * @example lists.zip(["a", "b"], [1]) // [["a", 1], ["b", null]]
   */
  function zip<A, B>(list: readonly A[], other: readonly B[]): [A | null, B | null][];
  /**
   * The numbers from one to another, both included.
   * @example lists.range(1, 4) // [1, 2, 3, 4]
   */
  function range(from: number, to: number, step?: number): number[];
  /**
   * One field of every item.
   * @example lists.pluck([{ id: 1 }, { id: 2 }], "id") // [1, 2]
   */
  function pluck<T, F extends keyof T & string>(list: readonly T[], field: F): T[F][];
}
`;
