import type { FunctionSignature } from "@/core/compiler/program";
import type { Json } from "@/core/values/json";

type Parameter = FunctionSignature["parameters"][number];

/** How an argument is typed in: as text, as a number, as a choice, or as JSON. */
export type ArgumentControl = "text" | "number" | "yes-no" | "json";

/** @returns the control for a TypeScript type. */
export function controlFor(type: string): ArgumentControl {
  const bare = type.replace(/\s*\|\s*(null|undefined)\b/g, "").trim();
  if (bare === "string" || /^("[^"]*"(\s*\|\s*"[^"]*")*)$/.test(bare)) return "text";
  if (bare === "number") return "number";
  return bare === "boolean" ? "yes-no" : "json";
}

export type ArgumentMistake = "required" | "json" | "number";

/**
 * Reads what was typed in for each parameter.
 *
 * @returns the arguments, where an optional one that is empty is left out; and a mistake for each that cannot be used
 */
export function readArguments(
  parameters: readonly Parameter[],
  texts: Readonly<Record<string, string>>,
): { values: Record<string, Json>; mistakes: Record<string, ArgumentMistake> } {
  const values: Record<string, Json> = {};
  const mistakes: Record<string, ArgumentMistake> = {};
  for (const parameter of parameters) {
    const text = texts[parameter.name];
    if (!text && parameter.optional) continue;
    // Empty text is a value once somebody has emptied the field; a field nobody touched was forgotten.
    const read = text === undefined ? { mistake: "required" as const } : readArgument(parameter, text);
    if ("mistake" in read) mistakes[parameter.name] = read.mistake;
    else values[parameter.name] = read.value;
  }
  return { values, mistakes };
}

function readArgument({ type }: Parameter, text: string): { value: Json } | { mistake: ArgumentMistake } {
  const control = controlFor(type);
  if (control === "text") return { value: text };
  if (text.trim() === "") return { mistake: "required" };
  if (control === "yes-no") return { value: text === "true" };
  if (control === "number") return Number.isFinite(Number(text)) ? { value: Number(text) } : { mistake: "number" };
  try {
    return { value: JSON.parse(text) as Json };
  } catch {
    return { mistake: "json" };
  }
}

/** @returns a value as it is typed in for this type. */
export function argumentText(type: string, value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (controlFor(type) === "json") return JSON.stringify(value, null, 2);
  return typeof value === "string" ? value : JSON.stringify(value);
}
