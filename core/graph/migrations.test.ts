import { expect, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { DOCUMENT_FORMAT, SCHEMA_VERSION } from "@/core/graph/document";
import { MIGRATIONS } from "@/core/graph/migrations";
import { parseDocument } from "@/core/graph/parse-document";

const old = (nodes: unknown, edges: unknown = []) => ({
  format: DOCUMENT_FORMAT,
  schemaVersion: 1,
  name: "From before",
  nodes,
  edges,
});

const node = (id: string, type: string, name: string, config: object = {}) => ({ id, type, name, label: name, config });
const expression = (code: string) => ({ kind: "expression", code });

test("every older version has a migration", () => {
  expect(Object.keys(MIGRATIONS).map(Number)).toEqual(Array.from({ length: SCHEMA_VERSION - 1 }, (_, at) => at + 1));
});

test("a document of version 1 is read, and written as today's", () => {
  const { document, diagnostics } = parseDocument(old([node("n1", "manual", "start")]));

  expect(diagnostics).toEqual([]);
  expect(document).toMatchObject({ schemaVersion: SCHEMA_VERSION, nodes: [{ id: "n1", name: "start" }] });
});

test("a step called like a name the language has taken is renamed, with what reads it", () => {
  const { document } = parseDocument(
    old(
      [
        node("n1", "manual", "start"),
        node("n2", "set", "text", { values: [{ name: "text", value: expression("start.text") }] }),
        node("n3", "code", "work", {
          code: "const dates = text.text;\nreturn { text, own: dates, again: start.text };",
        }),
        node("n4", "return", "answer", {
          value: { kind: "template", parts: ["text ", { code: "text.text" }, { code: "[1].map((text) => text)" }] },
        }),
      ],
      [
        { from: "n1", handle: "then", to: "n2" },
        { from: "n2", handle: "then", to: "n3" },
        { from: "n3", handle: "then", to: "n4" },
      ],
    ),
  );

  expect(document?.nodes.map(({ name }) => name)).toEqual(["start", "textStep", "work", "answer"]);
  expect(document?.nodes[1]).toMatchObject({ label: "text", config: { values: [{ name: "text" }] } });
  expect(document?.nodes[2]?.config.code).toBe(
    "const dates = textStep.text;\nreturn { text: textStep, own: dates, again: start.text };",
  );
  expect(document?.nodes[3]?.config.value).toEqual({
    kind: "template",
    parts: ["text ", { code: "textStep.text" }, { code: "[1].map((text) => text)" }],
  });
  expect(compile(document, sampleWorkspace).diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
});

test.each(["dates", "money", "numbers", "text", "lists", "variables", "store", "files"])(
  "%s is one of them",
  (name) => {
    const { document } = parseDocument(old([node("n1", "manual", name)]));

    expect(document?.nodes[0]?.name).toBe(`${name}Step`);
  },
);

test("a new name that is taken gets a number", () => {
  const nodes = [node("n1", "manual", "money"), node("n2", "set", "moneyStep", { values: [] })];

  expect(parseDocument(old(nodes)).document?.nodes.map(({ name }) => name)).toEqual(["moneyStep2", "moneyStep"]);
});

test("a document of today keeps such a name, for the compiler to refuse", () => {
  const document = { ...old([node("n1", "manual", "text")]), schemaVersion: SCHEMA_VERSION };

  expect(parseDocument(document).document?.nodes[0]?.name).toBe("text");
  expect(compile(document, sampleWorkspace).diagnostics.map(({ code }) => code)).toContain("RESERVED_NAME");
});

test.each([
  ["no nodes", undefined],
  ["nodes that are no list", "text"],
  ["nodes that are nothing", [null, 1, "text", []]],
  ["a node of which only the name is right", [{ name: "text" }, { name: "text", config: null }]],
  ["a name that is none", [{ ...node("n1", "manual", "start"), name: { toString: 1 } }]],
  [
    "code that cannot be read",
    [node("n1", "set", "text"), { ...node("n2", "code", "work"), config: { code: "(" }, more: 1 }],
  ],
])("a hostile document of version 1 is refused like one of today: %s", (_, nodes) => {
  const { document, diagnostics } = parseDocument(old(nodes));

  expect(document).toBeNull();
  expect(diagnostics[0]?.code).toBe("DOCUMENT_INVALID");
});
