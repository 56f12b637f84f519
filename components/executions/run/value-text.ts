import type { Json } from "@/core/values/json";

/** A value in one line for sentences: text as it is, all else as JSON; "" for nothing. */
export function valueText(value: Json): string {
  if (value === null) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
