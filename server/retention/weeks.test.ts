import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { firstIdAt, timeOfId, weeksBetween } from "@/server/retention/weeks";

test("an id is the time it was made", () => {
  const before = Date.now();
  const id = uuidv7();
  expect(timeOfId(id)).toBeGreaterThanOrEqual(before);
  expect(timeOfId(id)).toBeLessThanOrEqual(Date.now());
  expect(id >= firstIdAt(before)).toBe(true);
  expect(id < firstIdAt(Date.now() + 1)).toBe(true);
  expect(timeOfId("123e4567-e89b-42d3-a456-426614174000")).toBeNull();
  expect(timeOfId("nonsense")).toBeNull();
});

test("weeks begin on Mondays, follow each other without a gap, and include both ends", () => {
  const weeks = weeksBetween(Date.parse("2026-11-25T12:00:00Z"), Date.parse("2026-12-14T00:00:00Z"));
  expect(weeks.map(({ name }) => name)).toEqual(["20261123", "20261130", "20261207", "20261214"]);
  expect(weeks.map(({ to }) => to).slice(0, -1)).toEqual(weeks.map(({ from }) => from).slice(1));
  expect(weeks[0]?.from).toBe(firstIdAt(Date.parse("2026-11-23T00:00:00Z")));
});
