/**
 * What the library says of a wrong argument: which function, which argument, what is expected and what was given. Code
 * catches it as an ordinary error.
 * @param where such as `dates.add`
 */
export function refuse(where: string, name: string, expected: string, given: unknown): never {
  throw new Error(`${where}: ${name} must be ${expected}, but is ${show(given)}.`);
}

/** Lists longer than this are refused. */
const MOST_ITEMS = 1_000_000;
/** Texts that the library makes are no longer than this. */
export const MOST_CHARACTERS = 1_000_000;

export function asList<T>(where: string, name: string, given: readonly T[]): readonly T[] {
  if (!Array.isArray(given)) return refuse(where, name, "a list", given);
  if (given.length > MOST_ITEMS) throw new Error(`${where}: ${name} must have at most 1,000,000 items.`);
  return given;
}

export function asFunction<F extends (...args: never[]) => unknown>(where: string, name: string, given: F): F {
  return typeof given === "function" ? given : refuse(where, name, "a function", given);
}

export function asWholeNumber(where: string, name: string, given: unknown, least: number, most: number): number {
  if (typeof given === "number" && Number.isInteger(given) && given >= least && given <= most) return given;
  return refuse(where, name, `a whole number from ${least} to ${most}`, given);
}

/** @returns the given one of some words. */
export function asOneOf<W extends string>(where: string, name: string, given: unknown, words: readonly W[]): W {
  if (words.includes(given as W)) return given as W;
  return refuse(where, name, `one of ${words.map((word) => `"${word}"`).join(", ")}`, given);
}

/** For an optional name: a zone, a language. */
export function asName(where: string, name: string, given: unknown, otherwise: string): string {
  if (given === undefined || given === null) return otherwise;
  return typeof given === "string" && given !== "" ? given : refuse(where, name, "text", given);
}

/** For an optional object of options. */
export function asOptions<O extends object>(where: string, given: O | undefined): Partial<O> {
  if (given === undefined || given === null) return {};
  return typeof given === "object" && !Array.isArray(given) ? given : refuse(where, "options", "an object", given);
}

/** @returns a value as a person would write it. */
function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (value === undefined) return "missing";
  if (typeof value === "function") return "a function";
  if (typeof value === "bigint") return `the big integer ${String(value).slice(0, 40)}`;
  if (typeof value === "symbol") return "a symbol";
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return "a list";
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "an invalid date" : `the date ${value.toISOString()}`;
  return "an object";
}
