import type { Json } from "@/core/values/json";

/** Reads a setting by its dotted path; undefined where nothing stands there. */
export function settingAt(config: Readonly<Record<string, Json>>, path: string): Json | undefined {
  let held: Json | undefined = config as Record<string, Json>;
  for (const key of path.split(".")) {
    if (held === null || typeof held !== "object") return undefined;
    held = Array.isArray(held) ? held[Number(key)] : Object.hasOwn(held, key) ? held[key] : undefined;
  }
  return held;
}

/** Reads a list of groups of settings from a draft, in which anything may stand; what is no group is an empty one. */
export function rowsAt(config: Readonly<Record<string, Json>>, path: string): Record<string, Json>[] {
  const held = settingAt(config, path);
  if (!Array.isArray(held)) return [];
  return held.map((row) => (row !== null && typeof row === "object" && !Array.isArray(row) ? row : {}));
}

/** A text of a draft; empty where none stands. */
export const textOf = (held: Json | undefined): string => (typeof held === "string" ? held : "");

/** The next free id "case3" beside those of other rows. */
export function nextId(base: string, taken: Iterable<string>, from: number): string {
  const used = new Set(taken);
  let number = from;
  while (used.has(`${base}${number}`)) number += 1;
  return `${base}${number}`;
}
