import { expect, test } from "vitest";
import { orderedNodes } from "@/components/executions/run/ordered-nodes";
import type { JournalStep } from "@/core/execution/journal";
import { type AutomationDocument, DOCUMENT_FORMAT, SCHEMA_VERSION } from "@/core/graph/document";

const document: AutomationDocument = {
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name: "Loop",
  nodes: (
    [
      ["after", "log"],
      ["late", "log", "loop"],
      ["early", "log", "loop"],
      ["loop", "for-each"],
      ["start", "manual"],
    ] as const
  ).map(([id, type, parent]) => ({ id, type, name: id, label: id, config: {}, ...(parent && { parent }) })),
  edges: [
    { from: "start", handle: "then", to: "loop" },
    { from: "loop", handle: "each", to: "early" },
    { from: "early", handle: "then", to: "late" },
    { from: "loop", handle: "then", to: "after" },
  ],
  layout: {},
};

const journal = (...rows: [string, string, JournalStep["status"]][]): JournalStep[] =>
  rows.map(([nodeId, path, status], ordinal) => ({
    nodeId,
    path,
    attempt: 1,
    ordinal,
    status,
    handled: false,
    input: null,
    output: null,
    error: null,
    log: [],
    lines: null,
    statements: 1,
    startedAt: ordinal,
    durationMs: 1,
  }));

const steps = journal(
  ["start", "", "succeeded"],
  ["loop", "", "failed"],
  ["early", "0", "succeeded"],
  ["late", "0", "succeeded"],
  ["early", "1", "failed"],
);

test("what stands in a loop follows it, one deeper; what was not reached keeps its place", () => {
  expect(orderedNodes({ document, steps }).map(({ node, depth, number }) => [node.id, depth, number])).toEqual([
    ["start", 0, 1],
    ["loop", 0, 2],
    ["early", 1, 3],
    ["late", 1, 4],
    ["after", 0, null],
  ]);
});

test("the round that failed is shown first, or the one that is asked for", () => {
  const pathOf = (round: string | null) =>
    orderedNodes({ document, steps }, round).find(({ node }) => node.id === "early")?.step?.path;
  expect([pathOf(null), pathOf("0")]).toEqual(["1", "0"]);
});
