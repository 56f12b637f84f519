import type { Json } from "@/core/values/json";

/** The longest value shown on a card, in characters. */
const LONGEST = 40;

/** Fields that say most about an object, best first. */
const TELLING = ["status", "message", "email", "name", "id"];

/**
 * One short text for what a step gave: a text or number itself, the most telling field of an object, a list's length.
 *
 * @returns null when there is nothing to tell
 */
export function tellingValue(output: Json): string | null {
  if (output === null) return null;
  if (Array.isArray(output)) return `[${output.length}]`;
  if (typeof output !== "object") return cut(String(output));
  const key =
    TELLING.find((name) => isPlain(output[name])) ?? Object.keys(output).find((name) => isPlain(output[name]));
  return key === undefined ? null : cut(String(output[key]));
}

const isPlain = (value: Json | undefined): boolean =>
  value !== undefined && value !== null && typeof value !== "object";

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
