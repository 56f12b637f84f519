/** Written by `library.test.ts` from `types/lists.ts`. */
export const LISTS_DECLARATION = `/** Lists. No function changes the list it is given. Values are the same when they are equal; dates when they are the same moment, objects when they hold the same. A number and its text are different. */
declare namespace lists {
  /** A function of an item, or the name of one of its fields. */
  type By<T, K = unknown> = ((item: T) => K) | (keyof T & string);
  /**
   * Groups items by a key, in the order in which keys first appear.
   * @example lists.groupBy([{ n: 1 }, { n: 2 }, { n: 3 }], (item) => item.n % 2) // [{ key: 1, items: [{ n: 1 }, { n: 3 }] }, { key: 0, items: [{ n: 2 }] }]
   */
  function groupBy<T = any, K = any>(list: readonly T[], by: (item: T) => K): { key: K; items: T[] }[];
  function groupBy<T = any, F extends keyof T & string = keyof T & string>(list: readonly T[], field: F): { key: T[F]; items: T[] }[];
  /**
   * Sorts by a key, and by further ones where it is the same. Numbers come before dates and text, empty values last; capitals and accents count least.
   * @example lists.sortBy([{ n: 2 }, { n: null }, { n: 3 }], (item) => item.n, "descending") // [{ n: 3 }, { n: 2 }, { n: null }]
   */
  function sortBy<T = any>(list: readonly T[], by: By<T>, ...more: ("ascending" | "descending" | By<T>)[]): T[];
  /**
   * Without the items that come again, or whose key does.
   * @example lists.unique([3, 1, 3, "3"]) // [3, 1, "3"]
   */
  function unique<T = any>(list: readonly T[], by?: By<T>): T[];
  /**
   * Pairs the items of two lists that have the same key; an empty key matches nothing. With "left", items without a match stay, beside null.
   * @example lists.join([{ id: 1 }, { id: 2 }], [{ of: 1 }], "id", "of", "left") // [{ left: { id: 1 }, right: { of: 1 } }, { left: { id: 2 }, right: null }]
   */
  function join<L = any, R = any>(left: readonly L[], right: readonly R[], leftKey: By<L>, rightKey: By<R>, how?: "inner"): { left: L; right: R }[];
  function join<L = any, R = any>(left: readonly L[], right: readonly R[], leftKey: By<L>, rightKey: By<R>, how: "left"): { left: L; right: R | null }[];
  function join<L = any, R = any>(left: readonly L[], right: readonly R[], leftKey: By<L>, rightKey: By<R>, how: "inner" | "left"): { left: L; right: R | null }[];
  /**
   * An object that gives the first item of each key.
   * @example lists.index([{ id: "a", n: 1 }, { id: "b", n: 2 }], "id") // { a: { id: "a", n: 1 }, b: { id: "b", n: 2 } }
   */
  function index<T = any>(list: readonly T[], by: By<T>): Record<string, T>;
  /**
   * An object that says how many items have each key.
   * @example lists.countBy(["a", "b", "a"], (item) => item) // { a: 2, b: 1 }
   */
  function countBy<T = any>(list: readonly T[], by: By<T>): Record<string, number>;
  /**
   * Adds up a list, or a key of its items, exactly; empty ones do not count.
   * @example lists.sum([{ n: 0.1 }, { n: 0.2 }], (item) => item.n) // 0.3
   */
  function sum<T = any>(list: readonly T[], by?: By<T, number | string | null | undefined>): number;
  /**
   * Cut into lists of so many items; the last may have fewer.
   * @example lists.chunk([1, 2, 3], 2) // [[1, 2], [3]]
   */
  function chunk<T = any>(list: readonly T[], size: number): T[][];
  /**
   * The first item, null where there is none; with a count, a list of the first ones.
   * @example lists.first([3, 1, 2]) // 3
   */
  function first<T = any>(list: readonly T[]): T | null;
  function first<T = any>(list: readonly T[], count: number): T[];
  /**
   * The last item, null where there is none; with a count, a list of the last ones.
   * @example lists.last([3, 1, 2], 2) // [1, 2]
   */
  function last<T = any>(list: readonly T[]): T | null;
  function last<T = any>(list: readonly T[], count: number): T[];
  /**
   * Without the empty ones: null, nothing and "".
   * @example lists.compact(["a", null, "", 0]) // ["a", 0]
   */
  function compact<T = any>(list: readonly T[]): NonNullable<T>[];
  /**
   * One list of the items of the lists in a list; other items stay.
   * @example lists.flatten([[1, 2], 3, [[4]]]) // [1, 2, 3, [4]]
   */
  function flatten<T = any>(list: readonly T[]): (T extends readonly (infer I)[] ? I : T)[];
  /**
   * The items of the first list that the second does not have.
   * @example lists.difference([1, 2, 3], [2]) // [1, 3]
   */
  function difference<T = any>(list: readonly T[], other: readonly T[], by?: By<T>): T[];
  /**
   * The items of the first list that the second has too, each once.
   * @example lists.intersection([1, 2, 3], [3, 2, 9]) // [2, 3]
   */
  function intersection<T = any>(list: readonly T[], other: readonly T[], by?: By<T>): T[];
  /**
   * The items of both lists, each once.
   * @example lists.union([1, 2], [2, 3]) // [1, 2, 3]
   */
  function union<T = any>(list: readonly T[], other: readonly T[], by?: By<T>): T[];
  /**
   * The items that pass a test, and the others.
   * @example lists.partition([1, 2, 3], (item) => item > 1) // { matching: [2, 3], others: [1] }
   */
  function partition<T = any>(list: readonly T[], test: (item: T) => unknown): { matching: T[]; others: T[] };
  /**
   * Pairs of the items at the same place; null where one list has ended.
   * @example lists.zip(["a", "b"], [1]) // [["a", 1], ["b", null]]
   */
  function zip<A = any, B = any>(list: readonly A[], other: readonly B[]): [A | null, B | null][];
  /**
   * The numbers from one to another, both included.
   * @example lists.range(1, 4) // [1, 2, 3, 4]
   */
  function range(from: number, to: number, step?: number): number[];
  /**
   * One field of every item.
   * @example lists.pluck([{ id: 1 }, { id: 2 }], "id") // [1, 2]
   */
  function pluck<T = any, F extends keyof T & string = keyof T & string>(list: readonly T[], field: F): T[F][];
}
`;
