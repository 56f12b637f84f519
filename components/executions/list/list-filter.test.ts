import { expect, test } from "vitest";
import { readListFilter, serverFilter, writeListFilter } from "@/components/executions/list/list-filter";

test("a filter goes into the address and comes back the same", () => {
  const filter = { tab: "attention" as const, trigger: "button", time: "week", q: "Maria & co" };
  const read = readListFilter(new URLSearchParams(writeListFilter(filter)));
  expect(read).toMatchObject(filter);
});

test("what the address holds of unknown values is left out", () => {
  const read = readListFilter(new URLSearchParams("?status=exploded&automation=1%20OR%201&time=never"));
  expect(read).toEqual({ tab: "all" });
});

test("the last seven days end now", () => {
  const { from } = serverFilter({ tab: "all", time: "week" }, new Date("2026-01-08T12:00:00Z"));
  expect(from).toEqual(new Date("2026-01-01T12:00:00Z"));
});

test("the tab of what needs attention decides the status", () => {
  expect(serverFilter({ tab: "attention", status: "succeeded" }, new Date()).status).toBe("attention");
});
