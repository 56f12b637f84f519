import { expect, test } from "vitest";
import { LIBRARY_REFERENCE, plainCall } from "@/core/library/reference";

const calls = LIBRARY_REFERENCE.flatMap(({ entries }) => entries.map(plainCall));

test.each([
  "dates.today()",
  "dates.add(date, amount, unit)",
  "dates.fromParts(parts)",
  "money.add(amounts)",
  "money.subtract(amount)",
  "lists.groupBy(list, by)",
  "lists.sortBy(list, by)",
  "lists.join(left, right, leftKey, rightKey)",
  "lists.first(list)",
  "lists.partition(list, test)",
])("%s is how it is called", (call) => {
  expect(calls).toContain(call);
});

test("every function is a call of plain names", () => {
  for (const call of calls) expect(call).toMatch(/^[a-z]+\.[A-Za-z]+\((?:[A-Za-z]+(?:, [A-Za-z]+)*)?\)$/);
});
