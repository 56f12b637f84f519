import { valueAt } from "@/core/execution/value-at";
import type { NodePolicy } from "@/core/graph/document";
import type { Json } from "@/core/values/json";

/**
 * Says whose turn an execution takes: those with the same value run one after another.
 *
 * @param oneByOne of the start
 * @param payload what the start was given
 * @returns null when it waits for no other; one that is given nothing at the path does not
 */
export function turnValue(oneByOne: NodePolicy["oneByOne"], payload: Json): Json {
  if (!oneByOne) return null;
  const { per } = oneByOne;
  if (per === undefined) return "";
  const value = valueAt(payload, per.split("."));
  return value === undefined || value === "" ? null : [value];
}
