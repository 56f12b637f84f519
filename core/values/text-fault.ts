import { isStorableText } from "@/core/values/storable-text";

interface TextFault {
  /** Dotted path to the value at fault. */
  path: string;
  reason: "tooDeep" | "forbiddenCharacter" | "notJson";
}

/**
 * Looks for what a database cannot hold: NUL, halves of a character pair, values that are not JSON, and nesting beyond
 * a depth. Works without recursion, so depth cannot exhaust the stack.
 * @returns the first fault, or null
 */
export function findTextFault(input: unknown, maxDepth: number): TextFault | null {
  const queue: { value: unknown; path: string[] }[] = [{ value: input, path: [] }];
  for (let item = queue.pop(); item; item = queue.pop()) {
    const { value, path } = item;
    const fault = faultOf(value, path.length, maxDepth);
    if (fault) return { path: path.join("."), reason: fault };
    if (typeof value !== "object" || value === null) continue;
    for (const [key, held] of Object.entries(value)) {
      if (isForbidden(key)) return { path: path.join("."), reason: "forbiddenCharacter" };
      queue.push({ value: held, path: [...path, key] });
    }
  }
  return null;
}

function faultOf(value: unknown, depth: number, maxDepth: number): TextFault["reason"] | null {
  if (depth > maxDepth) return "tooDeep";
  if (typeof value === "string") return isForbidden(value) ? "forbiddenCharacter" : null;
  if (typeof value === "number") return Number.isFinite(value) ? null : "notJson";
  return ["object", "boolean", "undefined"].includes(typeof value) ? null : "notJson";
}

const isForbidden = (text: string): boolean => !isStorableText(text);
