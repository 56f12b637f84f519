import { asList, asName, asOptions, asWholeNumber, refuse } from "@/core/library/arguments";
import { add, type Decimal, divide, type Rounding, readDecimal, round, toNumber, toText } from "@/core/library/decimal";
import type { IntlPort } from "@/core/library/intl-port";
import { keyReader } from "@/core/library/keys";
import { parseLocalNumber } from "@/core/library/parse-local-number";
import type { NumberInput, Numbers } from "@/core/library/types/numbers";

type By<T> = ((item: T) => unknown) | string | undefined;

/** @returns `numbers` */
export function createNumbers(intl: IntlPort): Numbers {
  const rounded = (name: string, rounding: Rounding) => (value: NumberInput, digits?: number) => {
    const where = `numbers.${name}`;
    const places = digits === undefined ? 0 : asWholeNumber(where, "digits", digits, -20, 20);
    return toNumber(round(asDecimal(where, "value", value), places, rounding));
  };
  return {
    round: rounded("round", "half"),
    roundUp: rounded("roundUp", "up"),
    roundDown: rounded("roundDown", "down"),
    format: (value, options) => {
      const where = "numbers.format";
      const { locale, digits, percent } = asOptions(where, options);
      const most = digits === undefined ? (percent ? 0 : 3) : asWholeNumber(where, "digits", digits, 0, 20);
      const shown = toText(round(asDecimal(where, "value", value), most + (percent ? 2 : 0)));
      return intl.formatNumber(shown, asName(where, "locale", locale, "en"), [digits ?? 0, most], percent === true);
    },
    parse: (text, locale) =>
      parseLocalNumber("numbers.parse", text, asName("numbers.parse", "locale", locale, "en"), intl),
    clamp: (value, lowest, highest) => {
      for (const [name, given] of Object.entries({ value, lowest, highest })) {
        if (typeof given !== "number" || Number.isNaN(given)) refuse("numbers.clamp", name, "a number", given);
      }
      if (lowest > highest) refuse("numbers.clamp", "highest", `at least ${lowest}`, highest);
      return Math.min(Math.max(value, lowest), highest);
    },
    sum: (list, by) => toNumber(sumOf("numbers.sum", list, by)),
    average: (list, by) => {
      const values = decimalsOf("numbers.average", list, by);
      return values.length === 0 ? null : mean(values);
    },
    median: (list, by) => {
      const values = decimalsOf("numbers.median", list, by).sort((a, b) => toNumber(a) - toNumber(b));
      const middle = values.length / 2;
      if (values.length === 0) return null;
      return mean(values.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
    },
    min: (list, by) => extreme("numbers.min", list, by, (a, b) => a < b),
    max: (list, by) => extreme("numbers.max", list, by, (a, b) => a > b),
    isNumber: (value) => readDecimal(value) !== null,
  };
}

/** @throws Error for what is no number */
export function asDecimal(where: string, name: string, given: unknown): Decimal {
  return readDecimal(given) ?? refuse(where, name, "a number", given);
}

/** Adds up a list, or a key of its items, exactly. */
export function sumOf<T>(where: string, list: readonly T[], by: By<T>): Decimal {
  return decimalsOf(where, list, by).reduce(add, { units: 0n, scale: 0 });
}

function decimalsOf<T>(where: string, list: readonly T[], by: By<T>): Decimal[] {
  const read = by === undefined ? (item: T): unknown => item : keyReader(where, "by", by);
  const found: Decimal[] = [];
  asList(where, "list", list).forEach((item, index) => {
    const value = read(item);
    if (value === null || value === undefined || value === "") return;
    found.push(asDecimal(where, `item ${index + 1}`, value));
  });
  return found;
}

const mean = (values: Decimal[]): number =>
  toNumber(divide(values.reduce(add), { units: BigInt(values.length), scale: 0 }, 30));

function extreme<T>(where: string, list: readonly T[], by: By<T>, beats: (a: number, b: number) => boolean) {
  const values = decimalsOf(where, list, by).map(toNumber);
  return values.reduce<number | null>((best, value) => (best === null || beats(value, best) ? value : best), null);
}
