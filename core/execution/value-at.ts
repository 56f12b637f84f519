import type { Json } from "@/core/values/json";

/** @returns the value at a path of keys, or undefined where there is none. */
export function valueAt(value: Json | undefined, path: readonly string[]): Json | undefined {
  let at: Json | undefined = value;
  for (const key of path) {
    if (at === null || typeof at !== "object") return undefined;
    at = Array.isArray(at) ? at[Number(key)] : Object.hasOwn(at, key) ? at[key] : undefined;
  }
  return at;
}

/** One text, number, yes/no or null inside a value, with the keys that lead to it. */
export interface Leaf {
  path: string[];
  value: string | number | boolean | null;
}

/** Values nest no deeper than this in what people send and receive; beyond it nobody looks for a cause. */
const MAX_DEPTH = 8;
const MAX_LEAVES = 500;

/** @returns the leaves of a value in order, at most 500. */
export function leavesOf(value: Json): Leaf[] {
  const leaves: Leaf[] = [];
  const visit = (at: Json, path: string[]) => {
    if (leaves.length >= MAX_LEAVES || path.length > MAX_DEPTH) return;
    if (at === null || typeof at !== "object") leaves.push({ path, value: at });
    else for (const [key, held] of Object.entries(at)) visit(held, [...path, key]);
  };
  visit(value, []);
  return leaves;
}
