import { asList, asOneOf } from "@/core/library/arguments";
import { isEmptyKey, keyReader, sameness } from "@/core/library/keys";
import type { By } from "@/core/library/types/lists";

/** Pairs the items of two lists by key; see `Lists.join`. */
export function joinLists<L, R>(
  left: readonly L[],
  right: readonly R[],
  leftKey: By<L>,
  rightKey: By<R>,
  how: "inner" | "left" = "inner",
): { left: L; right: R | null }[] {
  const where = "lists.join";
  const keepsAll = asOneOf(where, "how", how, ["inner", "left"]) === "left";
  const ofRight = new Map<string, R[]>();
  const readRight = keyReader(where, "rightKey", rightKey);
  for (const item of asList(where, "right", right)) {
    const key = readRight(item);
    if (isEmptyKey(key)) continue;
    const same = ofRight.get(sameness(key));
    if (same) same.push(item);
    else ofRight.set(sameness(key), [item]);
  }
  const readLeft = keyReader(where, "leftKey", leftKey);
  return asList(where, "left", left).flatMap((item): { left: L; right: R | null }[] => {
    const key = readLeft(item);
    const matches = isEmptyKey(key) ? undefined : ofRight.get(sameness(key));
    if (matches) return matches.map((match) => ({ left: item, right: match }));
    return keepsAll ? [{ left: item, right: null }] : [];
  });
}
