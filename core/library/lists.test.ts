import { describe, expect, test } from "vitest";
import { createIntl } from "@/core/library/intl";
import { createLibrary } from "@/core/library/library";

const { lists } = createLibrary(createIntl("Europe/Paris"));
const day = (text: string) => new Date(`2026-${text}T00:00:00Z`);

describe("sorting", () => {
  const sorted = (values: unknown[], direction?: "ascending" | "descending") =>
    lists.sortBy(values, (value) => value, ...(direction ? [direction] : []));

  test("numbers, then dates, then text; empty values last", () => {
    const values = ["b", null, 10, "", day("03-01"), 9, undefined, "A", day("01-01"), Number.NaN, true];
    expect(sorted(values)).toEqual([
      true,
      9,
      10,
      day("01-01"),
      day("03-01"),
      "A",
      "b",
      null,
      "",
      undefined,
      Number.NaN,
    ]);
  });

  test("the other way round, empty values stay last", () => {
    expect(sorted([null, 1, "a", 2, undefined], "descending")).toEqual(["a", 2, 1, null, undefined]);
  });

  test("capitals and accents count least", () => {
    expect(sorted(["zoe", "Émile", "eva", "Eva", "emma"])).toEqual(["Émile", "emma", "Eva", "eva", "zoe"]);
  });

  test("items with equal keys keep their order, in both directions", () => {
    const items = [1, 2, 3, 4].map((id) => ({ id, odd: id % 2 }));
    expect(lists.sortBy(items, "odd").map(({ id }) => id)).toEqual([2, 4, 1, 3]);
    expect(lists.sortBy(items, "odd", "descending").map(({ id }) => id)).toEqual([1, 3, 2, 4]);
  });

  test("by one key after another", () => {
    const deals = [
      { stage: "won", amount: 5 },
      { stage: "lost", amount: 7 },
      { stage: "won", amount: 9 },
    ];
    expect(lists.sortBy(deals, "stage", (deal) => deal.amount, "descending").map(({ amount }) => amount)).toEqual([
      7, 9, 5,
    ]);
    expect(lists.sortBy(deals, "stage", "descending", "amount").map(({ amount }) => amount)).toEqual([5, 9, 7]);
  });

  test("leaves the list as it was, frozen or not", () => {
    const list = Object.freeze([3, 1, 2]);
    expect(lists.sortBy(list, (item) => item)).toEqual([1, 2, 3]);
    expect(list).toEqual([3, 1, 2]);
  });
});

describe("keys", () => {
  test("a number is not its text; dates and objects are what they hold", () => {
    expect(lists.unique([1, "1", 1, null, undefined, day("01-01"), day("01-01"), { a: 1 }, { a: 1 }])).toEqual([
      1,
      "1",
      null,
      day("01-01"),
      { a: 1 },
    ]);
    expect(lists.unique([0, -0, Number.NaN, Number.NaN])).toEqual([0, Number.NaN]);
    expect(lists.unique(["null", null, "number 1", 1])).toEqual(["null", null, "number 1", 1]);
  });

  test("grouping keeps the first key, and gives null for none", () => {
    expect(lists.groupBy([{ k: day("01-01") }, {}, { k: day("01-01") }], "k" as never)).toEqual([
      { key: day("01-01"), items: [{ k: day("01-01") }, { k: day("01-01") }] },
      { key: null, items: [{}] },
    ]);
    expect(lists.groupBy([], (item) => item)).toEqual([]);
  });

  test("an object of keys can have any key", () => {
    const index = lists.index([{ id: "__proto__" }, { id: "constructor" }, { id: null }], "id");
    expect(JSON.parse(JSON.stringify(index))).toEqual(
      JSON.parse('{"__proto__":{"id":"__proto__"},"constructor":{"id":"constructor"},"":{"id":null}}'),
    );
    expect(
      lists.index(
        [
          { id: 1, n: 1 },
          { id: 1, n: 2 },
        ],
        "id",
      )["1"],
    ).toEqual({ id: 1, n: 1 });
    expect(JSON.stringify(lists.countBy([true, true, day("01-01")], (item) => item))).toBe(
      '{"true":2,"2026-01-01T00:00:00.000Z":1}',
    );
  });
});

describe("joining", () => {
  const people = [
    { id: 1, name: "Ada" },
    { id: 2, name: "Bob" },
    { id: null, name: "Cy" },
  ];
  const orders = [
    { of: 1, total: 5 },
    { of: 1, total: 6 },
    { of: null, total: 7 },
  ];

  test("gives every pair, and nothing for empty keys", () => {
    expect(
      lists.join(
        people,
        orders,
        (person) => person.id,
        (order) => order.of,
      ),
    ).toEqual([
      { left: people[0], right: orders[0] },
      { left: people[0], right: orders[1] },
    ]);
  });

  test("keeps what has no partner where it is asked to", () => {
    expect(lists.join(people, orders, "id", "of", "left").map(({ left, right }) => [left.name, right?.total])).toEqual([
      ["Ada", 5],
      ["Ada", 6],
      ["Bob", undefined],
      ["Cy", undefined],
    ]);
  });
});

test.each([
  [lists.chunk([], 2), []],
  [lists.first([]), null],
  [lists.last([1, 2, 3]), 3],
  [lists.first([1, 2, 3], 2), [1, 2]],
  [lists.last([1, 2, 3], 0), []],
  [lists.last([1], 5), [1]],
  [lists.compact([0, false, "", null, undefined, Number.NaN, "a"]), [0, false, "a"]],
  [lists.difference([1, 1, 2, 3], [2]), [1, 1, 3]],
  [lists.intersection([2, 1, 2], [2]), [2]],
  [lists.union([1, 1], [2, 1]), [1, 2]],
  [
    lists.union(
      [{ id: 1, a: 1 }],
      [
        { id: 1, a: 2 },
        { id: 2, a: 3 },
      ],
      "id",
    ),
    [
      { id: 1, a: 1 },
      { id: 2, a: 3 },
    ],
  ],
  [lists.zip([], [1]), [[null, 1]]],
  [lists.range(3, 1), [3, 2, 1]],
  [lists.range(0, 1, 0.25), [0, 0.25, 0.5, 0.75, 1]],
  [lists.range(1, 5, -1), []],
  [lists.pluck([{ a: 1 }, null as never, { a: 2 }], "a" as never), [1, undefined, 2]],
  [lists.sum(["1.5", 1, null]), 2.5],
])("%# gives %s", (given, expected) => {
  expect(given).toEqual(expected);
});

test.each([
  [() => lists.groupBy({} as never, (item) => item), "lists.groupBy: list must be a list, but is an object."],
  [
    () => lists.groupBy([], undefined as never),
    "lists.groupBy: by must be a function or the name of a field, but is missing.",
  ],
  [
    () => lists.sortBy([{ a: 1 }], "a", "desc" as never),
    'lists.sortBy: the direction must be "ascending" or "descending", but is "desc".',
  ],
  [() => lists.join([], null as never, "a" as never, "b" as never), "lists.join: right must be a list, but is null."],
  [
    () => lists.join([], [], "a" as never, "b" as never, "outer" as never),
    'lists.join: how must be one of "inner", "left", but is "outer".',
  ],
  [() => lists.chunk([1], 0), "lists.chunk: size must be a whole number from 1 to 1000000, but is 0."],
  [() => lists.range(0, 1e9), "lists.range: the list would have more than 1,000,000 items."],
  [() => lists.range(0, 1, 0), "lists.range: step must be a number other than 0, but is 0."],
  [() => lists.range(0, Number.POSITIVE_INFINITY), "lists.range: to must be a number, but is Infinity."],
  [() => lists.unique(Array.from({ length: 1_000_001 })), "lists.unique: list must have at most 1,000,000 items."],
  [() => lists.index([{ id: {} }], "id"), "lists.index: a key must be text or a number, but is an object."],
  [() => lists.partition([1], 1 as never), "lists.partition: test must be a function, but is 1."],
  [() => lists.sum([{ n: "x" }], "n"), 'lists.sum: item 1 must be a number, but is "x".'],
])("refused: %s", (call, message) => {
  expect(call).toThrow(message);
});

test("what a function of the user throws comes through", () => {
  expect(() =>
    lists.groupBy([1], () => {
      throw new TypeError("mine");
    }),
  ).toThrow(new TypeError("mine"));
});
