import type { Parameter } from "@/core/nodes/config-fields";
import { nearestName } from "@/core/records/nearest-name";
import type { Json } from "@/core/values/json";

export interface ArgumentProblem {
  /** The argument's name; "" for the whole. */
  argument: string;
  reason: "not-an-object" | "missing" | "wrong-type" | "unknown";
  /** What was expected, or for an unknown argument the declared name it comes nearest to. */
  expected: string | null;
}

/**
 * Checks what a caller sent against an automation's declared inputs and fills in defaults. Without declared inputs
 * anything goes.
 *
 * @returns the trigger's payload, and every problem with it
 */
export function checkArguments(
  parameters: readonly Parameter[],
  sent: Json,
): { input: Json; problems: ArgumentProblem[] } {
  if (parameters.length === 0) return { input: sent, problems: [] };
  const given = sent ?? {};
  if (typeof given !== "object" || Array.isArray(given)) {
    return { input: sent, problems: [{ argument: "", reason: "not-an-object", expected: "object" }] };
  }

  const names = parameters.map(({ name }) => name);
  const problems: ArgumentProblem[] = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((argument) => ({ argument, reason: "unknown", expected: nearestName(argument, names) }));
  const input: Record<string, Json> = {};
  for (const { name, type, required, default: fallback } of parameters) {
    const value = (Object.hasOwn(given, name) ? given[name] : undefined) ?? (fallback as Json | undefined) ?? null;
    if (value === null && required) problems.push({ argument: name, reason: "missing", expected: type });
    else if (value !== null && !FITS[type](value))
      problems.push({ argument: name, reason: "wrong-type", expected: type });
    input[name] = value;
  }
  return { input, problems };
}

const DATE = /^\d{4}-\d{2}-\d{2}$/;

const FITS: Record<Parameter["type"], (value: Json) => boolean> = {
  text: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  "yes-no": (value) => typeof value === "boolean",
  date: (value) => typeof value === "string" && DATE.test(value) && !Number.isNaN(Date.parse(value)),
  "date-time": (value) => typeof value === "string" && value.includes("T") && !Number.isNaN(Date.parse(value)),
  list: (value) => Array.isArray(value),
  object: (value) => value !== null && typeof value === "object" && !Array.isArray(value),
  any: () => true,
};
