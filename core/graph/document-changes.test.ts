import { expect, describe as group, it } from "vitest";
import { AutomationDocument } from "@/core/graph/document";
import { documentChanges, sameMeaning } from "@/core/graph/document-changes";
import { literal } from "@/core/values/value";

const live = AutomationDocument.parse({
  format: "millrace/automation",
  schemaVersion: 2,
  name: "Greet",
  nodes: [
    { id: "start", type: "button", name: "lead", label: "Pressed", config: { module: "Leads", label: "Greet" } },
    { id: "note", type: "log", name: "note", label: "Note", config: { level: "info", message: literal("hello") } },
    { id: "answer", type: "return", name: "answer", label: "Answer", config: { value: literal("Hello") } },
  ],
  edges: [
    { from: "start", handle: "then", to: "note" },
    { from: "note", handle: "then", to: "answer" },
  ],
});

const changes = (draft: AutomationDocument, before: AutomationDocument | null = live) =>
  documentChanges(before, draft, (node) => ({ key: node.type, params: {} })).map(
    ({ what, nodeId }) => `${what} ${nodeId}`,
  );

const withNodes = (
  change: (nodes: AutomationDocument["nodes"]) => AutomationDocument["nodes"],
): AutomationDocument => ({
  ...live,
  nodes: change(live.nodes),
});

group("what publishing would change", () => {
  it("is everything when nothing is live", () => {
    expect(changes(live, null)).toEqual(["added start", "added note", "added answer"]);
  });

  it("is nothing when steps only moved on the canvas", () => {
    const moved = { ...live, layout: { start: { x: 10, y: 10 } }, description: "new words" };
    expect(changes(moved)).toEqual([]);
    expect(sameMeaning(live, moved)).toBe(true);
  });

  it("names a changed setting, whatever order its keys are stored in", () => {
    const reordered = withNodes((nodes) =>
      nodes.map((node) => ({ ...node, config: Object.fromEntries(Object.entries(node.config).reverse()) })),
    );
    expect(changes(reordered)).toEqual([]);
    const changed = withNodes((nodes) =>
      nodes.map((node) => (node.id === "answer" ? { ...node, config: { value: literal("Bye") } } : node)),
    );
    expect(changes(changed)).toEqual(["changed answer"]);
    expect(sameMeaning(live, changed)).toBe(false);
  });

  it("names steps that were renamed, added, removed or joined otherwise", () => {
    const draft: AutomationDocument = {
      ...live,
      nodes: [
        live.nodes[0]!,
        { ...live.nodes[2]!, label: "Say hello" },
        { id: "extra", type: "log", name: "extra", label: "Extra", config: {} },
      ],
      edges: [{ from: "start", handle: "then", to: "answer" }],
    };
    expect(changes(draft)).toEqual(["renamed answer", "added extra", "removed note"]);
    const rejoined = { ...live, edges: [{ from: "start", handle: "then", to: "answer" }] };
    expect(changes(rejoined)).toEqual(["rejoined note", "rejoined answer"]);
    expect(sameMeaning(live, rejoined)).toBe(false);
  });
});
