import { evaluate, holds, type Surroundings } from "@/core/compiler/reference/node-meanings";
import type { ListOperation } from "@/core/nodes/config-shapes";
import type { Value } from "@/core/values/value";

/** What one change of a list means; each look at an item counts one statement. */
export function changeList(list: unknown, operation: ListOperation, at: Surroundings): unknown[] {
  if (!Array.isArray(list)) throw new TypeError("not a list");
  const ofItem = (value: Value) => (item: unknown) => {
    at.code.statements += 1;
    return evaluate(value, withItem(item, at));
  };
  switch (operation.kind) {
    case "filter":
      return list.filter((item) => {
        at.code.statements += 1;
        return holds(operation.when, withItem(item, at));
      });
    case "map":
      return list.map((item) => {
        at.code.statements += 1;
        const own = withItem(item, at);
        return Object.fromEntries(operation.values.map(({ name, value }) => [name, evaluate(value, own)]));
      });
    case "sort": {
      const keyed = list.map((item) => ({ item, key: ofItem(operation.by)(item) }));
      const sign = operation.direction === "ascending" ? 1 : -1;
      return keyed.sort((a, b) => inOrder(a.key, b.key, sign)).map(({ item }) => item);
    }
    case "group": {
      const groups: { key: unknown; items: unknown[] }[] = [];
      for (const item of list) {
        const key = ofItem(operation.by)(item);
        const group = groups.find((one) => same(one.key, key));
        if (group) group.items.push(item);
        else groups.push({ key: key ?? null, items: [item] });
      }
      return groups;
    }
    case "unique": {
      const keys: unknown[] = [];
      return list.filter((item) => {
        const key = ofItem(operation.by)(item);
        if (keys.some((one) => same(one, key))) return false;
        keys.push(key);
        return true;
      });
    }
    case "join": {
      const others = evaluate(operation.with, at);
      if (!Array.isArray(others)) throw new TypeError("not a list");
      const left = list.map((item) => ({ item, key: ofItem(operation.left)(item) }));
      const right = others.map((item) => ({ item, key: ofItem(operation.right)(item) }));
      return left.flatMap(({ item, key }) => {
        const found = right.filter((one) => !isEmpty(key) && same(one.key, key));
        if (found.length === 0) return operation.keep === "all" ? [{ left: item, right: null }] : [];
        return found.map((one) => ({ left: item, right: one.item }));
      });
    }
    case "limit":
      return list.slice(0, operation.count);
  }
}

const withItem = (item: unknown, at: Surroundings): Surroundings => ({ ...at, names: { ...at.names, item } });

const isEmpty = (key: unknown): boolean => key === null || key === undefined || key === "";

/** Nothing is the same as nothing; lists and objects are the same when they hold the same. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Numbers, text without regard to capitals and accents, other things; nothing last whatever the direction. */
function inOrder(a: unknown, b: unknown, sign: number): number {
  if (isEmpty(a) || isEmpty(b)) return Number(isEmpty(a)) - Number(isEmpty(b));
  const rank = (key: unknown) => (typeof key === "object" ? 2 : typeof key === "string" ? 1 : 0);
  if (rank(a) !== rank(b)) return sign * (rank(a) - rank(b));
  if (rank(a) === 2) return 0;
  if (rank(a) === 0) return sign * (Number(a) - Number(b));
  return sign * (byLetters(folded(a), folded(b)) || byLetters(String(a), String(b)));
}

const folded = (key: unknown): string =>
  String(key)
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");

const byLetters = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
