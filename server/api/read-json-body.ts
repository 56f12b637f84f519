import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { Json } from "@/core/values/json";
import { findTextFault } from "@/core/values/text-fault";

/** Escapes that PostgreSQL cannot hold can only come from one of these. */
const SUSPICIOUS = /\\u(0000|d[89a-f])/i;

/**
 * Reads a request's body as JSON that the database can hold.
 *
 * @param text the body; empty reads as `null`
 * @throws BAD_JSON with the place of the mistake, BAD_TEXT for NUL and lone surrogates, BAD_REQUEST when nested too deep
 */
export function readJsonBody(text: string): Json {
  if (text.trim() === "") return null;
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch (cause) {
    throw new AppError("BAD_JSON", { reason: (cause as Error).message }, { cause });
  }
  checkDepth(value, 0);
  if (!SUSPICIOUS.test(text) && text.isWellFormed()) return value;
  const fault = findTextFault(value, LIMITS.jsonDepth);
  if (fault?.reason === "forbiddenCharacter") throw new AppError("BAD_TEXT", { field: fault.path });
  return value;
}

function checkDepth(value: Json, depth: number): void {
  if (value === null || typeof value !== "object") return;
  if (depth >= LIMITS.jsonDepth) throw new AppError("BAD_REQUEST", { reason: "too_deep", limit: LIMITS.jsonDepth });
  for (const item of Array.isArray(value) ? value : Object.values(value)) checkDepth(item, depth + 1);
}
