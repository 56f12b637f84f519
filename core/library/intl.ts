import type { DateNames, IntlDateStyle, IntlPort } from "@/core/library/intl-port";

/** Formatters are dear to make; a hostile program may ask for very many. */
const MOST_KEPT = 200;

/** @returns the port over the `Intl` of this runtime. @param localZone an IANA name, or a function that gives it */
export function createIntl(localZone: string | (() => string)): IntlPort {
  const kept = new Map<string, unknown>();
  const keep = <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) {
      if (kept.size >= MOST_KEPT) kept.clear();
      kept.set(key, make());
    }
    return kept.get(key) as T;
  };
  const dateFormat = (locale: string, zone: string, options: Intl.DateTimeFormatOptions) =>
    keep(`date ${JSON.stringify([locale, zone, options])}`, () => {
      const known = { locale: knownLocale(locale), timeZone: knownZone(zone) };
      return new Intl.DateTimeFormat(known.locale, { ...options, timeZone: known.timeZone });
    });
  const numberFormat = (locale: string, options: Intl.NumberFormatOptions) =>
    keep(
      `number ${JSON.stringify([locale, options])}`,
      () => new Intl.NumberFormat(knownLocale(locale), { ...options, currency: knownCurrency(options.currency) }),
    );

  return {
    localZone: () => (typeof localZone === "string" ? localZone : localZone()),
    offset: (zone, instantMs) => offsetOf(dateFormat("en-US", zone, CLOCK), instantMs),
    formatDate: (instantMs, zone, locale, { date, time }: IntlDateStyle) =>
      dateFormat(locale, zone, { dateStyle: date, timeStyle: time }).format(instantMs),
    dateNames: (locale) => keep(`names ${locale}`, () => namesOf(knownLocale(locale))),
    formatNumber: (value, locale, [minimumFractionDigits, maximumFractionDigits], percent) =>
      numberFormat(locale, {
        minimumFractionDigits,
        maximumFractionDigits,
        style: percent ? "percent" : "decimal",
      }).format(value as Intl.StringNumericLiteral),
    formatMoney: (value, locale, currency) =>
      numberFormat(locale, { style: "currency", currency }).format(value as Intl.StringNumericLiteral),
    numberSigns: (locale) => {
      const parts = numberFormat(locale, { useGrouping: true }).formatToParts(-1234567.5);
      const sign = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
      const digit = numberFormat(locale, { useGrouping: false });
      return {
        decimal: sign("decimal"),
        group: sign("group"),
        digits: Array.from({ length: 10 }, (_, value) => digit.format(value)),
      };
    },
    currencyDigits: (currency) =>
      numberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2,
    compare: (a, b, locale) =>
      Math.sign(
        keep(`compare ${locale}`, () => new Intl.Collator(knownLocale(locale), { numeric: true })).compare(a, b),
      ),
  };
}

const CLOCK: Intl.DateTimeFormatOptions = {
  hourCycle: "h23",
  year: "numeric",
  month: "numeric",
  day: "numeric",
  hour: "numeric",
  minute: "numeric",
  second: "numeric",
};

function offsetOf(format: Intl.DateTimeFormat, instantMs: number): number {
  const wholeSeconds = Math.floor(instantMs / 1_000) * 1_000;
  const parts = Object.fromEntries(format.formatToParts(wholeSeconds).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wall = new Date(Date.UTC(2000, month - 1, day, hour, minute, second));
  return wall.setUTCFullYear(year, month - 1, day) - wholeSeconds;
}

/** 2001 begins on a Monday; the middle of each month is in no zone's other month. */
function namesOf(locale: string): DateNames {
  const part = (options: Intl.DateTimeFormatOptions, type: string, dates: Date[]) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return dates.map((date) => format.formatToParts(date).find((one) => one.type === type)?.value ?? "");
  };
  const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2001, month, 15)));
  const days = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2001, 0, 1 + day)));
  const halves = [3, 15].map((hour) => new Date(Date.UTC(2001, 0, 1, hour)));
  return {
    months: part({ month: "long", day: "numeric" }, "month", months),
    shortMonths: part({ month: "short", day: "numeric" }, "month", months),
    monthsAlone: part({ month: "long" }, "month", months),
    weekdays: part({ weekday: "long" }, "weekday", days),
    shortWeekdays: part({ weekday: "short" }, "weekday", days),
    dayPeriods: part({ hour: "numeric", hour12: true }, "dayPeriod", halves),
  };
}

function knownZone(zone: string): string {
  try {
    if (isShort(zone)) return new Intl.DateTimeFormat("en-US", { timeZone: zone }).resolvedOptions().timeZone;
  } catch {}
  throw new Error(`${JSON.stringify(cut(zone))} is not a time zone. Zones have names such as "Europe/Paris".`);
}

function knownLocale(locale: string): string {
  try {
    if (isShort(locale)) return Intl.getCanonicalLocales(locale)[0] ?? "en";
  } catch {}
  throw new Error(`${JSON.stringify(cut(locale))} is not a language. Languages have codes such as "en" or "fr-CH".`);
}

function knownCurrency(currency: string | undefined): string | undefined {
  if (currency === undefined || /^[A-Za-z]{3}$/.test(currency)) return currency;
  throw new Error(`${JSON.stringify(cut(currency))} is not a currency. Currencies have codes such as "EUR".`);
}

const isShort = (name: string): boolean => name.length > 0 && name.length <= 60;
const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
