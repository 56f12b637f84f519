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
export function limitSize(text: string): string {
  if (text.length > call.limits.outputBytes || utf8Length(text) > call.limits.outputBytes) {
    throw new LimitReached("OUTPUT_LIMIT", { megabytes: call.limits.outputBytes / 1_048_576 });
  }
  return text;
}

/** @returns the value of a JSON text, frozen to its depth, so that steps share nothing they could change. */
export function frozenFromText(text: string): unknown {
  return freeze(JSON.parse(text));
}

/** Freezes plain data to its depth. @throws LimitReached OUTPUT_NOT_JSON when it is nested too deeply */
export const freeze = (value: unknown): unknown => deepFreeze(value, 0);

function deepFreeze(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth >= LIMITS.jsonDepth) throw notJson(`nested deeper than ${LIMITS.jsonDepth} levels`);
  if (Array.isArray(value)) for (let index = 0; index < value.length; index++) deepFreeze(value[index], depth + 1);
  else for (const key in value) deepFreeze((value as Record<string, unknown>)[key], depth + 1);
  return Object.freeze(value);
}

const notJson = (message: string) => new LimitReached("OUTPUT_NOT_JSON", { message });

/** Counts only where the cheap bound (three bytes a character) does not already answer. */
function utf8Length(text: string): number {
  if (text.length * 3 <= call.limits.outputBytes) return 0;
  return new TextEncoder().encode(text).length;
}
