import { expect, test } from "vitest";
import { type AutomationDocument, DOCUMENT_FORMAT, type GraphNode, SCHEMA_VERSION } from "@/core/graph/document";
import { changeName } from "@/core/graph/edits/change-name";
import { pasteNodes } from "@/core/graph/edits/paste-nodes";

const node = (id: string, type: string, name: string, config: object = {}): GraphNode => ({
  id,
  type,
  name,
  label: name,
  config: config as GraphNode["config"],
});

/** start ─► lead ─► code ─► answer      other (nothing leads to it) */
const document: AutomationDocument = {
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name: "Names",
  nodes: [
    node("n1", "manual", "start"),
    node("n2", "set", "lead", { values: [{ name: "lead", value: { kind: "literal", value: "lead" } }] }),
    node("n3", "code", "work", { code: "const own = { lead };\n// lead\nreturn own.lead + lead.lead + `${lead}`;" }),
    node("n4", "return", "answer", {
      value: {
        kind: "template",
        parts: ["lead: ", { code: "lead.lead" }, { code: "[1].map((lead) => lead)" }, { code: "(lead as lead).x" }],
      },
    }),
    node("n5", "return", "other", { value: { kind: "expression", code: "lead" } }),
  ],
  edges: [
    { from: "n1", handle: "then", to: "n2" },
    { from: "n2", handle: "then", to: "n3" },
    { from: "n3", handle: "then", to: "n4" },
  ],
  layout: {},
};

const configOf = (of: AutomationDocument, id: string): unknown => of.nodes.find((one) => one.id === id)?.config;

test("renaming a node renames its uses after it, and nothing that is only spelled alike", () => {
  const { document: renamed, refusal } = changeName(document, "n2", "person");

  expect(refusal).toBeNull();
  expect(configOf(renamed, "n2")).toEqual(configOf(document, "n2"));
  expect(configOf(renamed, "n3")).toEqual({
    code: "const own = { lead: person };\n// lead\nreturn own.lead + person.lead + `${person}`;",
  });
  expect(configOf(renamed, "n4")).toEqual({
    value: {
      kind: "template",
      parts: ["lead: ", { code: "person.lead" }, { code: "[1].map((lead) => lead)" }, { code: "(person as lead).x" }],
    },
  });
  expect(configOf(renamed, "n5")).toEqual({ value: { kind: "expression", code: "lead" } });
});

test.each([
  ["n2", "2nd", "notAName"],
  ["n2", "return", "reserved"],
  ["n2", "work", "taken"],
  ["n9", "work", "noSuchStep"],
])("%s cannot be named %s: %s", (id, name, refusal) => {
  expect(changeName(document, id, name)).toEqual({ document, refusal });
});

test.each([
  ["code", { code: "const person = 1;\nreturn lead.lead + person;" }],
  ["code", { code: "return [1].map((person) => person + lead.lead);" }],
  ["return", { value: { kind: "expression", code: "[1].map(({ person }) => person + lead.lead)" } }],
])("a name that code beside its uses has for itself is refused: %s %j", (type, config) => {
  const nodes = document.nodes.map((one) => (one.id === "n3" ? node("n3", type, "work", config) : one));
  expect(changeName({ ...document, nodes }, "n2", "person").refusal).toBe("usedInside");
});

test("the item of a list stays an item when a step of that name is renamed, and no step can take its name", () => {
  const map = (code: string) => ({
    list: { kind: "expression", code: "lead.list" },
    operations: [{ kind: "sort", by: { kind: "expression", code }, direction: "ascending" }],
  });
  const nodes = document.nodes.map((one) => (one.id === "n3" ? node("n3", "transform", "work", map("item.a")) : one));
  const item = nodes.map((one) => (one.id === "n2" ? { ...one, name: "item" } : one));

  const { document: renamed } = changeName({ ...document, nodes: item }, "n2", "person");
  expect(configOf(renamed, "n3")).toEqual(map("item.a"));
  expect(changeName({ ...document, nodes }, "n2", "item").refusal).toBeNull();
  const reads = nodes.map((one) => (one.id === "n3" ? node("n3", "transform", "work", map("item[lead.key]")) : one));
  expect(changeName({ ...document, nodes: reads }, "n2", "item").refusal).toBe("usedInside");
});

test("copies have names of their own and read each other by them", () => {
  const copied = { nodes: document.nodes.slice(1, 3), edges: [document.edges[1]!], layout: {} };
  const ids = new Map([
    ["n2", "c2"],
    ["n3", "c3"],
  ]);

  const pasted = pasteNodes(document, copied, { ids, shift: { x: 0, y: 0 } });

  expect(pasted.nodes.slice(5).map(({ id, name }) => [id, name])).toEqual([
    ["c2", "lead2"],
    ["c3", "work2"],
  ]);
  expect(configOf(pasted, "c3")).toEqual({
    code: "const own = { lead: lead2 };\n// lead\nreturn own.lead + lead2.lead + `${lead2}`;",
  });
  expect(pasted.edges.at(-1)).toEqual({ from: "c2", handle: "then", to: "c3" });
});
