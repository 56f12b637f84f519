import type { IntlPort } from "@/core/library/intl-port";

/** The most characters of a question. */
const MOST_CHARACTERS = 2_000_000;

/**
 * Answers what a world asks of `Intl`. The world is not believed: a question is one of these methods with arguments of
 * their kind, and what fails is an answer too.
 * @param question JSON text of a method's name and arguments
 * @returns JSON text of `{ value }` or `{ error }`
 */
export function answerIntl(intl: IntlPort, question: string): string {
  try {
    if (question.length > MOST_CHARACTERS) return refusal("The text is too long.");
    const [method, ...given] = JSON.parse(question) as [keyof IntlPort, ...unknown[]];
    const kinds = Object.hasOwn(ARGUMENTS, method) ? ARGUMENTS[method] : null;
    if (kinds?.length !== given.length || !kinds.every((isKind, index) => isKind(given[index]))) {
      return refusal("This cannot be asked.");
    }
    const ask = intl[method] as (...args: unknown[]) => unknown;
    return JSON.stringify({ value: ask(...given) });
  } catch (thrown) {
    return refusal(thrown instanceof Error ? thrown.message : "This cannot be answered.");
  }
}

const refusal = (error: string): string => JSON.stringify({ error });

type Kind = (given: unknown) => boolean;

const isText: Kind = (given) => typeof given === "string";
/** Of a zone, a language, a currency. */
const isName: Kind = (given) => typeof given === "string" && given.length <= 200;
const isInstant: Kind = (given) => typeof given === "number" && Math.abs(given) <= 8.64e15;
const isFlag: Kind = (given) => typeof given === "boolean";
const isDecimal: Kind = (given) => typeof given === "string" && given.length <= 1_000 && /^-?\d+(\.\d+)?$/.test(given);
const isDigits: Kind = (given) =>
  Array.isArray(given) &&
  given.length === 2 &&
  given.every((digits) => Number.isInteger(digits) && digits >= 0 && digits <= 20) &&
  given[0] <= given[1];
const isDateStyle: Kind = (given) =>
  typeof given === "object" &&
  given !== null &&
  Object.entries(given).every(([part, length]) => (part === "date" || part === "time") && LENGTHS.has(length));

const LENGTHS: ReadonlySet<unknown> = new Set(["short", "medium", "long", "full"]);

const ARGUMENTS: Record<keyof IntlPort, readonly Kind[]> = {
  localZone: [],
  offset: [isName, isInstant],
  formatDate: [isInstant, isName, isName, isDateStyle],
  dateNames: [isName],
  formatNumber: [isDecimal, isName, isDigits, isFlag],
  formatMoney: [isDecimal, isName, isName],
  numberSigns: [isName],
  currencyDigits: [isName],
  compare: [isText, isText, isName],
};
