/**
 * What the library cannot do by itself: zones and the customs of languages. Everything in and out is plain JSON, so that
 * the port can lie outside of the sandbox; an answer depends on nothing but the arguments.
 *
 * Every method throws an Error that says what is wrong with a zone, a language or a currency it does not know.
 */
export interface IntlPort {
  /** The IANA name of the zone that is meant where none is given. */
  localZone(): string;
  /** @returns how many milliseconds the clocks of a zone are ahead of UTC at an instant */
  offset(zone: string, instantMs: number): number;
  formatDate(instantMs: number, zone: string, locale: string, style: IntlDateStyle): string;
  dateNames(locale: string): DateNames;
  /** @param value decimal text, so that no digit is lost. @param digits decimals: at least, at most */
  formatNumber(value: string, locale: string, digits: [number, number], percent: boolean): string;
  formatMoney(value: string, locale: string, currency: string): string;
  numberSigns(locale: string): NumberSigns;
  currencyDigits(currency: string): number;
  /** @returns -1, 0 or 1 */
  compare(a: string, b: string, locale: string): number;
}

export interface IntlDateStyle {
  date?: "short" | "medium" | "long" | "full";
  time?: "short" | "medium";
}

/** January and Monday first. */
export interface DateNames {
  /** As they stand in a date beside a day. */
  months: string[];
  shortMonths: string[];
  /** As they stand alone. */
  monthsAlone: string[];
  weekdays: string[];
  shortWeekdays: string[];
  /** Morning, afternoon. */
  dayPeriods: string[];
}

export interface NumberSigns {
  decimal: string;
  group: string;
  /** Zero to nine. */
  digits: string[];
}
