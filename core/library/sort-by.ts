import { asList, refuse } from "@/core/library/arguments";
import { fold } from "@/core/library/fold";
import { isEmptyKey, keyReader } from "@/core/library/keys";
import type { By } from "@/core/library/types/lists";

type Direction = "ascending" | "descending";

/** Sorts by one key after another; see `Lists.sortBy`. Stable; empty keys are last in both directions. */
export function sortBy<T>(list: readonly T[], by: By<T>, ...more: (Direction | By<T>)[]): T[] {
  const items = asList("lists.sortBy", "list", list);
  const levels = levelsOf(items, [by, ...more]);
  const rows = items.map((item) => ({
    item,
    keys: levels.map(({ read }) => sortKey(read(item))),
  }));
  rows.sort((a, b) => {
    for (const [level, { sign }] of levels.entries()) {
      const order = compareKeys(a.keys[level]!, b.keys[level]!, sign);
      if (order !== 0) return order;
    }
    return 0;
  });
  return rows.map(({ item }) => item);
}

function levelsOf<T>(list: readonly T[], given: (Direction | By<T>)[]): { read: (item: T) => unknown; sign: 1 | -1 }[] {
  const levels: { read: (item: T) => unknown; sign: 1 | -1; isDirected: boolean }[] = [];
  for (const one of given) {
    const last = levels.at(-1);
    if (last && !last.isDirected && (one === "ascending" || one === "descending")) {
      Object.assign(last, { sign: one === "ascending" ? 1 : -1, isDirected: true });
      continue;
    }
    if (last && typeof one === "string" && !list.some((item) => hasField(item, one))) {
      refuse("lists.sortBy", "the direction", '"ascending" or "descending"', one);
    }
    levels.push({ read: keyReader("lists.sortBy", last ? "a further key" : "by", one), sign: 1, isDirected: false });
  }
  return levels;
}

const hasField = (item: unknown, field: string): boolean =>
  typeof item === "object" && item !== null && Object.hasOwn(item, field);

interface SortKey {
  /** Numbers, dates, text, other things; empty ones after all. */
  kind: 0 | 1 | 2 | 3 | 4;
  number: number;
  text: string;
  exact: string;
}

function sortKey(value: unknown): SortKey {
  const none = { number: 0, text: "", exact: "" };
  if (isEmptyKey(value) || (value instanceof Date && Number.isNaN(value.getTime()))) return { ...none, kind: 4 };
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") {
    return { ...none, kind: 0, number: Number(value) };
  }
  if (value instanceof Date) return { ...none, kind: 1, number: value.getTime() };
  if (typeof value === "string") return { ...none, kind: 2, text: fold(value), exact: value };
  return { ...none, kind: 3 };
}

function compareKeys(a: SortKey, b: SortKey, sign: 1 | -1): number {
  if (a.kind === 4 || b.kind === 4) return a.kind === b.kind ? 0 : a.kind === 4 ? 1 : -1;
  return (
    sign * (a.kind - b.kind || a.number - b.number || compareText(a.text, b.text) || compareText(a.exact, b.exact))
  );
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
