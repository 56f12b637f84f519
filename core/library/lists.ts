import { asFunction, asList, asWholeNumber, refuse } from "@/core/library/arguments";
import { toNumber } from "@/core/library/decimal";
import { joinLists } from "@/core/library/join-lists";
import { isEmptyKey, keyReader, sameness } from "@/core/library/keys";
import { sumOf } from "@/core/library/numbers";
import { sortBy } from "@/core/library/sort-by";
import type { By, Lists } from "@/core/library/types/lists";

const MOST_ITEMS = 1_000_000;

/** `lists` */
export const lists: Lists = {
  groupBy<T>(list: readonly T[], by: By<T>) {
    const groups = new Map<string, { key: never; items: T[] }>();
    const read = keyReader("lists.groupBy", "by", by);
    for (const item of asList("lists.groupBy", "list", list)) {
      const key = read(item);
      const group = groups.get(sameness(key));
      if (group) group.items.push(item);
      else groups.set(sameness(key), { key: (key ?? null) as never, items: [item] });
    }
    return [...groups.values()];
  },
  sortBy,
  unique: (list, by) => [...keyed("lists.unique", list, by).values()],
  join: joinLists as Lists["join"],
  index: (list, by) => objectOf("lists.index", list, by, (held, item) => held ?? item),
  countBy: (list, by) => objectOf<unknown, number>("lists.countBy", list, by as By<unknown>, (held) => (held ?? 0) + 1),
  sum: (list, by) => toNumber(sumOf("lists.sum", list, by)),
  chunk: (list, size) => {
    const whole = asList("lists.chunk", "list", list);
    const step = asWholeNumber("lists.chunk", "size", size, 1, MOST_ITEMS);
    return Array.from({ length: Math.ceil(whole.length / step) }, (_, part) =>
      whole.slice(part * step, (part + 1) * step),
    );
  },
  first: ((list: readonly unknown[], count?: number) => {
    const whole = asList("lists.first", "list", list);
    if (count === undefined) return whole[0] ?? null;
    return whole.slice(0, asWholeNumber("lists.first", "count", count, 0, MOST_ITEMS));
  }) as Lists["first"],
  last: ((list: readonly unknown[], count?: number) => {
    const whole = asList("lists.last", "list", list);
    if (count === undefined) return whole.at(-1) ?? null;
    return whole.slice(Math.max(0, whole.length - asWholeNumber("lists.last", "count", count, 0, MOST_ITEMS)));
  }) as Lists["last"],
  compact: <T>(list: readonly T[]) =>
    asList("lists.compact", "list", list).filter((item) => !isEmptyKey(item)) as NonNullable<T>[],
  flatten: ((list: readonly unknown[]) => asList("lists.flatten", "list", list).flat(1)) as Lists["flatten"],
  difference: (list, other, by) => {
    const without = keyed("lists.difference", other, by, "other");
    const read = byOrItem("lists.difference", by);
    return asList("lists.difference", "list", list).filter((item) => !without.has(sameness(read(item))));
  },
  intersection: (list, other, by) => {
    const within = keyed("lists.intersection", other, by, "other");
    return [...keyed("lists.intersection", list, by)].flatMap(([key, item]) => (within.has(key) ? [item] : []));
  },
  union: (list, other, by) => {
    const all = keyed("lists.union", list, by);
    for (const [key, item] of keyed("lists.union", other, by, "other")) if (!all.has(key)) all.set(key, item);
    return [...all.values()];
  },
  partition: (list, test) => {
    const passes = asFunction("lists.partition", "test", test);
    const parts: ReturnType<Lists["partition"]> = { matching: [], others: [] };
    for (const item of asList("lists.partition", "list", list))
      (passes(item) ? parts.matching : parts.others).push(item);
    return parts as never;
  },
  zip: (list, other) => {
    const left = asList("lists.zip", "list", list);
    const right = asList("lists.zip", "other", other);
    return Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
      left[at] ?? null,
      right[at] ?? null,
    ]);
  },
  range: (from, to, step) => {
    for (const [name, given] of Object.entries({ from, to, step: step ?? 1 })) {
      if (typeof given !== "number" || !Number.isFinite(given)) refuse("lists.range", name, "a number", given);
    }
    const by = step ?? (from <= to ? 1 : -1);
    if (by === 0) refuse("lists.range", "step", "a number other than 0", by);
    const count = Math.floor((to - from) / by + 1e-9) + 1;
    if (count > MOST_ITEMS) throw new Error("lists.range: the list would have more than 1,000,000 items.");
    return Array.from({ length: Math.max(0, count) }, (_, at) => from + at * by);
  },
  pluck: ((list: readonly unknown[], field: string) => {
    if (typeof field !== "string") refuse("lists.pluck", "field", "the name of a field", field);
    return asList("lists.pluck", "list", list).map(keyReader("lists.pluck", "field", field));
  }) as Lists["pluck"],
};

const byOrItem = <T>(where: string, by: By<T> | undefined): ((item: T) => unknown) =>
  by === undefined ? (item) => item : keyReader(where, "by", by);

/** The first item of each key, by what makes keys the same. */
function keyed<T>(where: string, list: readonly T[], by: By<T> | undefined, name = "list"): Map<string, T> {
  const read = byOrItem(where, by);
  const found = new Map<string, T>();
  for (const item of asList(where, name, list)) {
    const key = sameness(read(item));
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}

/** An object without a prototype: a key can be any text, `__proto__` too. */
function objectOf<T, V>(
  where: string,
  list: readonly T[],
  by: By<T>,
  next: (held: V | undefined, item: T) => V | T,
): Record<string, V> {
  const read = keyReader(where, "by", by);
  const made = Object.create(null) as Record<string, V>;
  for (const item of asList(where, "list", list)) {
    const key = read(item);
    const name = key instanceof Date ? key.toISOString() : key === null || key === undefined ? "" : key;
    if (typeof name === "object" || typeof name === "function" || typeof name === "symbol") {
      refuse(where, "a key", "text or a number", key);
    }
    made[String(name)] = next(made[String(name)], item) as V;
  }
  return made;
}
