import type { ExecutionError } from "@/core/execution/errors";
import { type Leaf, leavesOf, valueAt } from "@/core/execution/value-at";
import type { Json } from "@/core/values/json";

/** Shorter texts are found everywhere by chance. */
const TELLING_LENGTH = 3;

/** The parts of a request that a person filled in; the rest (method, headers) is never what a service complains of. */
const FILLED_IN = ["body", "query", "data", "args"];

/**
 * Finds the value that the other side or the rule would not take: the field the error names, else the value or the key
 * that its words mention.
 *
 * @param input what the failed step was given
 * @returns the value with its path in the input, or null when the error is not about one
 */
export function offendingValue(error: ExecutionError, input: Json): Leaf | null {
  const named = error.field ?? (typeof error.params.field === "string" ? error.params.field : null);
  const candidates = candidatesIn(input);
  if (named) {
    const key = named.split(".").at(-1);
    return candidates.find(({ path }) => path.at(-1) === key) ?? null;
  }
  if (!complainsAboutInput(error)) return null;
  const said = `${error.message}\n${JSON.stringify(error.body ?? "")}`;
  return (
    candidates.find(
      ({ value }) => typeof value === "string" && value.length >= TELLING_LENGTH && said.includes(value),
    ) ??
    candidates.find(({ path }) => mentions(said, path.at(-1) ?? "")) ??
    null
  );
}

const complainsAboutInput = ({ code, status = 0 }: ExecutionError): boolean =>
  code === "HTTP_STATUS" && status >= 400 && status < 500 && status !== 401 && status !== 403;

function candidatesIn(input: Json): Leaf[] {
  const parts = FILLED_IN.flatMap((part) => {
    const held = valueAt(input, [part]);
    return held === undefined ? [] : leavesOf(held).map((leaf) => ({ ...leaf, path: [part, ...leaf.path] }));
  });
  return parts.length > 0 ? parts : leavesOf(input);
}

/** "first_name is required" mentions firstName. */
function mentions(said: string, key: string): boolean {
  if (key.length < 2) return false;
  const words = said
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join(" ");
  const wanted = key
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join(" ");
  return ` ${words} `.includes(` ${wanted} `);
}
