import { Value } from "@/core/values/value";

const KINDS = new Set(["literal", "expression", "template"]);

/**
 * Finds every value in a config.
 * @returns each with its dotted path
 */
export function valuesIn(config: unknown, path = ""): { path: string; value: Value }[] {
  if (typeof config !== "object" || config === null) return [];
  if ("kind" in config && KINDS.has(String(config.kind))) {
    const parsed = Value.safeParse(config);
    if (parsed.success) return [{ path, value: parsed.data }];
  }
  return Object.entries(config).flatMap(([key, held]) => valuesIn(held, path === "" ? key : `${path}.${key}`));
}

/** @returns the formulas in a value, in order */
export function formulasIn(value: Value): string[] {
  if (value.kind === "expression") return [value.code];
  if (value.kind === "template") return value.parts.flatMap((part) => (typeof part === "string" ? [] : [part.code]));
  return [];
}
