import { expect, test } from "vitest";
import { roundsOf, roundValue } from "@/components/editor/store/rounds";
import { stepOf } from "@/components/editor/store/run-view";
import type { JournalStep } from "@/core/execution/journal";
import type { GraphNode } from "@/core/graph/document";

const nodes = (
  [
    ["outer", "for-each"],
    ["inner", "for-each", "outer"],
    ["leaf", "log", "inner"],
  ] as const
).map(([id, type, parent]): GraphNode => ({ id, type, name: id, label: id, config: {}, ...(parent && { parent }) }));

const row = (nodeId: string, path: string, more: Partial<JournalStep> = {}): JournalStep => ({
  nodeId,
  path,
  attempt: 1,
  ordinal: 0,
  status: "succeeded",
  handled: false,
  input: null,
  output: null,
  error: null,
  log: [],
  lines: null,
  statements: 1,
  startedAt: 0,
  durationMs: 1,
  ...more,
});

// Two rounds outside; inside three in the first, of which one fails and one is tried twice, and one in the second.
const run = {
  steps: [
    row("outer", "", { input: { items: ["a", "b"] } }),
    row("inner", "0", { input: { items: [1, 2, 3] } }),
    row("leaf", "0.0", { status: "failed" }),
    row("leaf", "0.0", { attempt: 2 }),
    row("leaf", "0.1", { status: "failed" }),
    row("leaf", "0.2"),
    row("inner", "1", { input: { items: [4] } }),
    row("leaf", "1.0"),
  ],
};

test("a loop counts its rounds and the failed ones; a try that succeeded in the end failed in none", () => {
  expect(roundsOf(run, nodes, "outer")).toEqual({ times: 2, failed: 0, of: 2 });
  expect(roundsOf(run, nodes, "inner")).toEqual({ times: 4, failed: 1, of: 4 });
});

test("of a loop inside a round, only what belongs to the round counts", () => {
  expect(roundsOf(run, nodes, "inner", "0")).toEqual({ times: 3, failed: 1, of: 3 });
  expect(roundsOf(run, nodes, "inner", "1")).toEqual({ times: 1, failed: 0, of: 1 });
});

test("a loop over nothing went round no times; one that was not reached has no count", () => {
  const empty = { steps: [row("outer", "", { input: { items: [] } })] };
  expect(roundsOf(empty, nodes, "outer")).toEqual({ times: 0, failed: 0, of: 0 });
  expect(roundsOf(empty, nodes, "inner")).toBeNull();
});

test("the failing round is shown first, else the one asked for, or what belongs to it", () => {
  expect(stepOf(run, "leaf")?.path).toBe("0.1");
  expect(stepOf(run, "leaf", "0.2")?.path).toBe("0.2");
  expect(stepOf(run, "leaf", "1")?.path).toBe("1.0");
  expect(stepOf(run, "inner", "0.2")?.path).toBe("0");
  expect(stepOf(run, "leaf", "0.0")).toMatchObject({ path: "0.0", attempt: 2, status: "succeeded" });
});

test("inside a loop its name stands for the item of the round", () => {
  expect(roundValue(run, "outer", "1.0")).toEqual({ item: "b", index: 1 });
  expect(roundValue(run, "inner", "0.2")).toEqual({ item: 3, index: 2 });
  expect(roundValue(run, "outer", "7")).toBeUndefined();
});
