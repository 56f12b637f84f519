/** A decimal number, exactly: `units` divided by 10 to the power of `scale`, which is 0 or more. */
export interface Decimal {
  units: bigint;
  scale: number;
}

/** A half goes away from zero; `up` and `down` go to the greater and the smaller number. */
export type Rounding = "half" | "up" | "down";

/** More than any number needs; 10 to a huge power would never be done. */
const MOST_DIGITS = 400;

/** Reads a number, or text such as `-12.50` or `1e-7`. @returns null when it is none */
export function readDecimal(value: unknown): Decimal | null {
  if (typeof value === "number" && !Number.isFinite(value)) return null;
  if (typeof value !== "number" && typeof value !== "string") return null;
  const text = String(value)
    .slice(0, MOST_DIGITS + 1)
    .trim();
  if (text.length > MOST_DIGITS) return null;
  const parts = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (!parts) return null;
  const [, sign, whole = "0", fraction = "", exponent = "0"] = parts;
  const scale = fraction.length - Number(exponent);
  if (Math.abs(scale) > MOST_DIGITS * 2) return null;
  const units = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  return scale < 0 ? { units: units * power(-scale), scale: 0 } : { units, scale };
}

export function add(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export const negate = ({ units, scale }: Decimal): Decimal => ({ units: -units, scale });

export const multiply = (a: Decimal, b: Decimal): Decimal => ({ units: a.units * b.units, scale: a.scale + b.scale });

/** @param b not zero. @returns the quotient, rounded to `digits` decimals */
export function divide(a: Decimal, b: Decimal, digits: number): Decimal {
  const numerator = a.units * power(b.scale + digits);
  const denominator = b.units * power(a.scale);
  return { units: divideRounded(numerator, denominator, "half"), scale: digits };
}

/** @param digits decimals to keep; below 0 for tens, hundreds … */
export function round(value: Decimal, digits: number, rounding: Rounding = "half"): Decimal {
  if (value.scale <= digits) return value;
  const units = divideRounded(value.units, power(value.scale - digits), rounding);
  return digits >= 0 ? { units, scale: digits } : { units: units * power(-digits), scale: 0 };
}

/** @returns how many units of 10 to the power of -`digits` it is; it must have no more decimals. */
export const unitsAt = ({ units, scale }: Decimal, digits: number): bigint => units * power(digits - scale);

/** @returns the nearest number. */
export const toNumber = (value: Decimal): number => Number(toText(value));

export function toText({ units, scale }: Decimal): string {
  const sign = units < 0n ? "-" : "";
  const digits = String(units < 0n ? -units : units).padStart(scale + 1, "0");
  return scale === 0 ? sign + digits : `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

const power = (exponent: number): bigint => 10n ** BigInt(exponent);

function divideRounded(numerator: bigint, denominator: bigint, rounding: Rounding): bigint {
  if (denominator < 0n) return divideRounded(-numerator, -denominator, rounding);
  const quotient = numerator / denominator;
  const rest = numerator % denominator;
  if (rest === 0n) return quotient;
  const isNegative = numerator < 0n;
  const away = quotient + (isNegative ? -1n : 1n);
  if (rounding === "half") return (isNegative ? -rest : rest) * 2n >= denominator ? away : quotient;
  return (rounding === "up") === isNegative ? quotient : away;
}
