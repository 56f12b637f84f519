import type { Json } from "@/core/values/json";
import type { Value } from "@/core/values/value";
import { keyCode } from "@/core/values/value-code";

/** @returns the TypeScript type of a value as far as its form tells; "any" for most formulas */
export function valueType(value: Value): string {
  if (value.kind === "template") return "string";
  if (value.kind === "literal") return jsonType(value.value as Json);
  const code = value.code.trim();
  if (/^-?\d+(?:\.\d+)?$/.test(code)) return "number";
  if (/^(?:"[^"\\]*"|'[^'\\]*'|`[^`\\]*`)$/.test(code)) return "string";
  if (code === "true" || code === "false") return "boolean";
  return "any";
}

function jsonType(value: Json): string {
  if (value === null) return "null";
  if (Array.isArray(value))
    return value.length > 0 ? `(${[...new Set(value.map(jsonType))].join(" | ")})[]` : "never[]";
  if (typeof value !== "object") return typeof value;
  const members = Object.entries(value).map(([key, held]) => `${keyCode(key)}: ${jsonType(held)}`);
  return members.length > 0 ? `{ ${members.join("; ")} }` : "Record<string, never>";
}
