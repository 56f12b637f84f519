import { describe, expect, test } from "vitest";
import { randomFrom } from "@/core/compiler/reference/random-from";
import { randomGraph } from "@/core/compiler/reference/random-graph";
import type { AutomationDocument } from "@/core/graph/document";
import { addNode } from "@/core/graph/edits/add-node";
import { configureNode } from "@/core/graph/edits/configure-node";
import { connectNodes } from "@/core/graph/edits/connect-nodes";
import { moveNodes } from "@/core/graph/edits/move-nodes";
import { removeNodes } from "@/core/graph/edits/remove-nodes";
import { renameNode } from "@/core/graph/edits/rename-node";
import { setPolicy } from "@/core/graph/edits/set-policy";
import { parseDocument } from "@/core/graph/parse-document";
import { writeDocument } from "@/core/graph/write-document";
import type { Json } from "@/core/values/json";
import { sampleDocuments } from "@/tests/fixtures/sample-documents";

const SEED = Number(process.env.RANDOM_SEED ?? 3);

const samples = sampleDocuments().map(({ graph }) => graph);
const random = Array.from(
  { length: 40 },
  (_, index) => randomGraph(randomFrom(SEED + index)).document as unknown as Json,
);
const documents = [...samples, ...random].map(read).filter((document) => document !== null);

test("there is something to write", () => expect(documents.length).toBeGreaterThan(90));

describe(`written documents (RANDOM_SEED=${SEED})`, () => {
  test("are read as what they were, and written again as the same bytes", () => {
    for (const document of documents) {
      const text = writeDocument(document);
      const again = read(JSON.parse(text));
      expect(again).toEqual(document);
      expect(writeDocument(again!)).toBe(text);
    }
  });

  test("are the same whatever order their keys came in", () => {
    for (const [index, document] of documents.entries()) {
      const shuffled = withShuffledKeys(document as unknown as Json, randomFrom(SEED + index));
      expect(writeDocument(shuffled as unknown as AutomationDocument)).toBe(writeDocument(document));
      expect(JSON.stringify(read(shuffled))).toBe(JSON.stringify(document));
    }
  });

  test("begin with what they are, and end with where the steps stand, in the order of the steps", () => {
    for (const document of documents) {
      const written = JSON.parse(writeDocument(document)) as AutomationDocument;
      const order = ["format", "schemaVersion", "name", "description", "nodes", "edges", "layout"];
      expect(Object.keys(written)).toEqual(order.filter((key) => key in written));
      expect(Object.keys(written.layout)).toEqual(written.nodes.flatMap(({ id }) => (written.layout[id] ? [id] : [])));
    }
  });

  test("differ in one line when one setting differs", () => {
    let changes = 0;
    for (const document of documents) {
      const before = writeDocument(document).split("\n");
      for (const { id, config } of document.nodes) {
        for (const path of settingsIn(config)) {
          const after = writeDocument(configureNode(document, id, path, "another")).split("\n");
          expect(after.length, path).toBe(before.length);
          expect(after.filter((line, at) => line !== before[at]).length, path).toBe(1);
          changes += 1;
        }
      }
    }
    expect(changes).toBeGreaterThan(500);
  }, 30_000);

  test("differ only in the layout when a step is moved", () => {
    for (const document of documents) {
      const moved = moveNodes(document, { [document.nodes[0]?.id ?? "n1"]: { x: -7.5, y: 12_345 } });
      expect(meaningOf(moved)).toBe(meaningOf(document));
      expect(writeDocument(moved)).not.toBe(writeDocument(document));
    }
  });
});

test("an edit keeps the steps and lines it does not touch, with what it does not know of them", () => {
  for (const original of documents.filter(({ nodes }) => nodes.length > 1)) {
    const strange = { inside: [1, { deeper: null }], "a.dot": "kept" };
    const document = {
      ...original,
      nodes: original.nodes.map((node) => ({ ...node, config: { ...node.config, strange } })),
    };
    const id = document.nodes.findLast((node) => !document.nodes.some(({ parent }) => parent === node.id))!.id;
    const edits: AutomationDocument[] = [
      configureNode(document, id, "note.text", "x"),
      renameNode(document, id, "Another label"),
      setPolicy(document, id, { note: "Why" }),
      addNode(document, { id: "added", type: "log", label: "Added", config: {} }, { x: 1, y: 2 }),
      connectNodes(document, { from: id, handle: "then", to: document.nodes[0]!.id }),
      removeNodes(document, [id]),
    ];
    for (const edited of edits) {
      // A loop goes with its body.
      const touched = new Set([id, "added"]);
      for (const each of touched) for (const node of document.nodes) if (node.parent === each) touched.add(node.id);
      const others = (all: AutomationDocument) =>
        writeDocument({ ...all, edges: [], nodes: all.nodes.filter((node) => !touched.has(node.id)) });
      expect(meaning(others(edited))).toBe(meaning(others(document)));
      const own = edited.nodes.find((node) => node.id === id);
      if (own) expect(own.config.strange).toEqual(strange);
    }
  }
});

function read(input: Json): AutomationDocument | null {
  return parseDocument(input).document;
}

const meaning = (text: string): string => text.slice(0, text.indexOf('\n  "layout": '));
const meaningOf = (document: AutomationDocument): string => meaning(writeDocument(document));

/** The dotted paths of all single values, but for those that say what kind of thing stands there. */
function settingsIn(held: Json, path: string[] = []): string[] {
  if (typeof held !== "object" || held === null) return path.some((key) => key.includes(".")) ? [] : [path.join(".")];
  return Object.entries(held)
    .flatMap(([key, inner]) => (["kind", "__proto__"].includes(key) ? [] : settingsIn(inner, [...path, key])))
    .filter((found) => found !== path.join("."));
}

function withShuffledKeys(held: Json, random: () => number): Json {
  if (typeof held !== "object" || held === null) return held;
  if (Array.isArray(held)) return held.map((item) => withShuffledKeys(item, random));
  const entries = Object.entries(held).map(([key, item]) => ({ key, item, at: random() }));
  return Object.fromEntries(
    entries.sort((a, b) => a.at - b.at).map(({ key, item }) => [key, withShuffledKeys(item, random)]),
  );
}
