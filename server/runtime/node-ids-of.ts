import type { VersionToRun } from "@/server/runtime/execution-request";

/** Versions do not change: the table is made once. */
const known = new WeakMap<object, Record<string, string>>();

/** @returns the ids of a version's nodes by their names */
export function nodeIdsOf({ document }: VersionToRun): Record<string, string> {
  const ids = known.get(document) ?? Object.fromEntries(document.nodes.map(({ name, id }) => [name, id]));
  known.set(document, ids);
  return ids;
}
