import type { Json } from "@/core/values/json";
import { Value } from "@/core/values/value";

/** A setting of a step that holds a value, with its place in the config. */
export interface Setting {
  path: string[];
  value: Value;
}

/** Configs nest no deeper than this. */
const MAX_DEPTH = 6;

/** @returns every setting of a config that holds a fixed value, a formula or text with data. */
export function settingsIn(config: Json, path: string[] = []): Setting[] {
  if (config === null || typeof config !== "object" || path.length > MAX_DEPTH) return [];
  const parsed = Value.safeParse(config);
  if (parsed.success) return [{ path, value: parsed.data }];
  return Object.entries(config).flatMap(([key, held]) => settingsIn(held, [...path, key]));
}

/** @returns a value's formula as people read it; null for a fixed value. */
export function formulaText(value: Value): string | null {
  if (value.kind === "literal") return null;
  if (value.kind === "expression") return value.code;
  return value.parts.map((part) => (typeof part === "string" ? part : `{${part.code}}`)).join("");
}
