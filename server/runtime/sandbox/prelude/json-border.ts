import { LIMITS } from "@/core/execution/limits";
import { call } from "@/server/runtime/sandbox/prelude/call-state";
import { LimitReached } from "@/server/runtime/sandbox/prelude/failure";

/**
 * Takes a value across a step's border.
 * @param replacer as in `JSON.stringify`
 * @returns its JSON text
 * @throws LimitReached OUTPUT_LIMIT above the size limit, OUTPUT_NOT_JSON for what JSON cannot hold
 */
export function toJsonText(
  value: unknown,
  replacer?: (this: Record<string, unknown>, key: string, value: unknown) => unknown,
): string {
  if (typeof value === "function" || typeof value === "symbol") throw notJson(typeof value);
  let text: string | undefined;
  try {
    text = JSON.stringify(value, replacer);
  } catch (thrown) {
    if (thrown instanceof TypeError) throw notJson(thrown.message);
    throw thrown;
  }
  return text === undefined ? "null" : limitSize(text);
}

/** @returns the text. @throws LimitReached OUTPUT_LIMIT */
function limitSize(text: string): string {
  if (text.length > call.limits.outputBytes || utf8Length(text) > call.limits.outputBytes) {
    throw new LimitReached("OUTPUT_LIMIT", { megabytes: call.limits.outputBytes / 1_048_576 });
  }
  return text;
}

/** @returns the value of a JSON text, frozen to its depth, so that steps share nothing they could change. */
export function frozenFromText(text: string): unknown {
  const value = freeze(JSON.parse(text));
  if (typeof value === "object" && value !== null) plain.set(value, text.length <= LONGEST_KEPT ? text : "");
  return value;
}

/** A value that crossed a border: its JSON text, and what that text says, frozen to its depth. */
export interface Crossed {
  text: string;
  value: unknown;
}

/** Takes a value across a border as `toJsonText` does; what has crossed one before is not read again. */
export function cross(value: unknown): Crossed {
  const known = crossedBefore(value);
  if (known) return known;
  const text = toJsonText(value);
  return { text, value: frozenFromText(text) };
}

/** The same for an object that the compiled program wrote: what stands in it may have crossed before. */
export const crossAround = (value: unknown): Crossed => crossedInside(value) ?? cross(value);

/** @returns the list of what has crossed, which has then crossed itself. @throws LimitReached OUTPUT_LIMIT */
export function crossList(crossed: readonly Crossed[]): Crossed {
  const text = limitSize(`[${crossed.map((one) => one.text).join(",")}]`);
  const value = Object.freeze(crossed.map((one) => one.value));
  plain.set(value, text.length <= LONGEST_KEPT ? text : "");
  return { text, value };
}

/** Says of a frozen object that it holds nothing but what has crossed. */
export function markCrossed(value: object): void {
  plain.set(value, "");
}

/**
 * Values that are frozen to their depth and say what their JSON says, with its text, or "" where that is not kept. Nobody
 * but the code here can tell.
 */
const plain = new WeakMap<object, string>();
/** Longer texts are made again where they are needed, so that memory is not held twice. */
const LONGEST_KEPT = 64 * 1_024;

function crossedBefore(value: unknown): Crossed | null {
  if (typeof value !== "object" || value === null) return null;
  const text = plain.get(value);
  return text === undefined ? null : { text: text === "" ? limitSize(JSON.stringify(value)) : text, value };
}

/** @returns null unless all that stands in the object crossed a border before, or is a text, yes or no, or nothing */
function crossedInside(value: unknown): Crossed | null {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return null;
  const frozen: Record<string, unknown> = {};
  let text = "";
  for (const key in value) {
    if (key === "__proto__") return null;
    const inner = (value as Record<string, unknown>)[key];
    let innerText: string | undefined;
    if (typeof inner === "object" && inner !== null) {
      const known = crossedBefore(inner);
      if (!known) return null;
      innerText = known.text;
    } else if (typeof inner === "string" || typeof inner === "boolean" || inner === null) {
      innerText = JSON.stringify(inner);
    } else return null;
    text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${innerText}`;
    frozen[key] = inner;
  }
  return { text: limitSize(`{${text}}`), value: Object.freeze(frozen) };
}

/** Freezes plain data to its depth. @throws LimitReached OUTPUT_NOT_JSON when it is nested too deeply */
export const freeze = (value: unknown): unknown => deepFreeze(value, 0);

function deepFreeze(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth >= LIMITS.jsonDepth) throw notJson(`nested deeper than ${LIMITS.jsonDepth} levels`);
  // A call costs more than a look.
  if (Array.isArray(value)) {
    for (const inner of value) if (typeof inner === "object" && inner !== null) deepFreeze(inner, depth + 1);
  } else {
    for (const key in value) {
      const inner = (value as Record<string, unknown>)[key];
      if (typeof inner === "object" && inner !== null) deepFreeze(inner, depth + 1);
    }
  }
  return Object.freeze(value);
}

const notJson = (message: string) => new LimitReached("OUTPUT_NOT_JSON", { message });

/** Counts only where the cheap bound (three bytes a character) does not already answer. */
function utf8Length(text: string): number {
  if (text.length * 3 <= call.limits.outputBytes) return 0;
  return new TextEncoder().encode(text).length;
}
