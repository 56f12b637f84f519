import { valueAt } from "@/core/execution/value-at";
import type { Json } from "@/core/values/json";

/** @returns what an execution answered, when that is text for people: the text itself or its `message`. */
export function answerText(output: Json): string | null {
  const text = typeof output === "string" ? output : valueAt(output, ["message"]);
  return typeof text === "string" && text !== "" ? text : null;
}
