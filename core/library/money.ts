import { asList, asName, asWholeNumber, refuse } from "@/core/library/arguments";
import { add, type Decimal, divide, multiply, negate, round, toNumber, toText, unitsAt } from "@/core/library/decimal";
import type { IntlPort } from "@/core/library/intl-port";
import { asDecimal, sumOf } from "@/core/library/numbers";
import { parseLocalNumber } from "@/core/library/parse-local-number";
import type { Amount, Money } from "@/core/library/types/money";
import { unicodePattern } from "@/core/library/unicode-pattern";

/** Above, a number could not hold every cent. */
const MOST = 10n ** 13n;
const MOST_PARTS = 10_000;

/** @returns `money` */
export function createMoney(intl: IntlPort): Money {
  const digitsOf = (where: string, currency: string | undefined): number =>
    currency === undefined || currency === null ? 2 : intl.currencyDigits(asName(where, "currency", currency, "EUR"));
  return {
    add: (...amounts) => result("money.add", total("money.add", amounts)),
    subtract: (amount, ...amounts) => {
      const where = "money.subtract";
      return result(where, add(asDecimal(where, "amount", amount), negate(total(where, amounts))));
    },
    multiply: (amount, factor) => {
      const where = "money.multiply";
      return result(where, multiply(asDecimal(where, "amount", amount), asDecimal(where, "factor", factor)));
    },
    divide: (amount, by, currency) => {
      const where = "money.divide";
      const divisor = asDecimal(where, "by", by);
      if (divisor.units === 0n) refuse(where, "by", "a number other than 0", by);
      return result(where, divide(asDecimal(where, "amount", amount), divisor, digitsOf(where, currency)));
    },
    percent: (amount, percent, currency) => {
      const where = "money.percent";
      const product = multiply(asDecimal(where, "amount", amount), asDecimal(where, "percent", percent));
      return result(where, divide(product, { units: 100n, scale: 0 }, digitsOf(where, currency)));
    },
    sum: (list, by) => result("money.sum", sumOf("money.sum", list, by)),
    round: (amount, currency) =>
      result("money.round", round(asDecimal("money.round", "amount", amount), digitsOf("money.round", currency))),
    split: (amount, parts, currency) => {
      const where = "money.split";
      const value = asDecimal(where, "amount", amount);
      const digits = digitsOf(where, currency);
      const rounded = round(value, digits);
      if (add(value, negate(rounded)).units !== 0n) {
        refuse(where, "amount", `an amount with at most ${digits} decimals`, amount);
      }
      result(where, value);
      const cents = unitsAt(rounded, digits);
      return shares(cents, weightsOf(where, parts)).map((units) => toNumber({ units, scale: digits }));
    },
    format: (amount, currency, locale) => {
      const where = "money.format";
      const code = asName(where, "currency", currency, "");
      if (code === "") refuse(where, "currency", 'a code such as "EUR"', currency);
      const value = round(asDecimal(where, "amount", amount), intl.currencyDigits(code));
      return intl.formatMoney(toText(value), asName(where, "locale", locale, "en"), code);
    },
    parse: (text, locale) => {
      const where = "money.parse";
      const plain =
        typeof text === "string" && text.length <= 200
          ? text.replace(unicodePattern("[\\p{L}\\p{Sc}]+\\.?", "gu"), "")
          : text;
      return parseLocalNumber(where, plain, asName(where, "locale", locale, "en"), intl);
    },
    digits: (currency) => {
      const code = asName("money.digits", "currency", currency, "");
      return code === ""
        ? refuse("money.digits", "currency", 'a code such as "EUR"', currency)
        : intl.currencyDigits(code);
    },
  };
}

const total = (where: string, amounts: readonly Amount[]): Decimal =>
  amounts.map((amount, index) => asDecimal(where, `amount ${index + 1}`, amount)).reduce(add, { units: 0n, scale: 0 });

/** @throws Error for what a number could not hold exactly */
function result(where: string, value: Decimal): number {
  const whole = round(value, 0, "down").units;
  if (whole >= MOST || whole <= -MOST)
    throw new Error(`${where}: the amount is too large (10,000,000,000,000 or more).`);
  return toNumber(value);
}

function weightsOf(where: string, parts: number | readonly number[]): number[] {
  if (typeof parts === "number") {
    return Array.from({ length: asWholeNumber(where, "parts", parts, 1, MOST_PARTS) }, () => 1);
  }
  const weights = [...asList(where, "parts", parts)];
  if (weights.length > MOST_PARTS) refuse(where, "parts", `at most ${MOST_PARTS} weights`, parts);
  weights.forEach((weight, index) => {
    if (!(typeof weight === "number" && Number.isFinite(weight) && weight >= 0 && weight <= 1e12)) {
      refuse(where, `weight ${index + 1}`, "a number from 0 to 1,000,000,000,000", weight);
    }
  });
  if (!weights.some((weight) => weight > 0))
    refuse(where, "parts", "a count, or weights of which one is above 0", parts);
  return weights;
}

/** Whole units by weight; what is left over goes one by one to the first that have a weight. */
function shares(units: bigint, weights: readonly number[]): bigint[] {
  const exact = weights.map((weight) => asDecimal("money.split", "weight", weight));
  const scale = Math.max(...exact.map((weight) => weight.scale));
  const whole = exact.map((weight) => unitsAt(weight, scale));
  const all = whole.reduce((sum, weight) => sum + weight, 0n);
  const given = whole.map((weight) => (units * weight) / all);
  let left = units - given.reduce((sum, share) => sum + share, 0n);
  const one = left < 0n ? -1n : 1n;
  return given.map((share, index) => {
    if (left === 0n || whole[index] === 0n) return share;
    left -= one;
    return share + one;
  });
}
