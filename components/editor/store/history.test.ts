import { expect, test } from "vitest";
import { emptyHistory, remember, stepBack, stepForward } from "@/components/editor/store/history";
import { type AutomationDocument, DOCUMENT_FORMAT, SCHEMA_VERSION } from "@/core/graph/document";

const named = (name: string): AutomationDocument => ({
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name,
  nodes: [],
  edges: [],
  layout: {},
});

test("an edit is undone and redone", () => {
  const history = remember(emptyHistory, named("a"), 0);
  const back = stepBack(history, named("b"))!;
  expect(back.document.name).toBe("a");
  expect(stepForward(back.history, back.document)!.document.name).toBe("b");
});

test("typing in one field is one step back, a pause or another field begins a new one", () => {
  let history = remember(emptyHistory, named("a"), 0, "n1.label");
  history = remember(history, named("ab"), 400, "n1.label");
  expect(history.past).toHaveLength(1);
  history = remember(history, named("abc"), 9_000, "n1.label");
  expect(history.past).toHaveLength(2);
  history = remember(history, named("abcd"), 9_100, "n2.label");
  expect(history.past).toHaveLength(3);
});

test("a new edit forgets what could be redone", () => {
  const back = stepBack(remember(emptyHistory, named("a"), 0), named("b"))!;
  expect(remember(back.history, named("a"), 1).future).toEqual([]);
});
