import { dataPath, valueAtPath } from "@/components/editor/data/data-path";
import type { Json } from "@/core/values/json";
import type { Value } from "@/core/values/value";

/**
 * What a value would be with the data at hand. Only pieces of data are followed; other formulas are for the sandbox.
 *
 * @returns undefined when that cannot be told here
 */
export function liveValue(
  value: Value | undefined,
  data: Readonly<Record<string, Json | undefined>>,
): Json | undefined {
  if (!value || value.kind === "literal") return undefined;
  if (value.kind === "expression") return follow(value.code, data);
  const texts = value.parts.map((part) => (typeof part === "string" ? part : follow(part.code, data)));
  if (texts.some((text) => text === undefined)) return undefined;
  return texts
    .map((text) => (text === null ? "" : typeof text === "object" ? JSON.stringify(text) : String(text)))
    .join("");
}

function follow(code: string, data: Readonly<Record<string, Json | undefined>>): Json | undefined {
  const path = dataPath(code);
  return path ? valueAtPath(data, path) : undefined;
}

/** A short text of a value, for the line below a field. */
export function briefly(value: Json, longest = 80): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
