import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv2020 from "ajv/dist/2020";
import { createTranslator } from "use-intl/core";
import { describe, expect, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { documentSchema } from "@/core/graph/document-schema";
import { NODE_TYPES } from "@/core/nodes/catalogue";
import nodes from "@/messages/en/nodes.json";
import { sampleDocuments } from "@/tests/fixtures/sample-documents";

const FILE = join(import.meta.dirname, "../../docs/automation.schema.json");

const translate = createTranslator({ locale: "en", messages: { nodes }, namespace: "nodes" });
const schema = documentSchema((key) => translate(key as never));
const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(schema);

const samples = sampleDocuments().map(({ name, graph }) => [name, graph] as const);

/** What the schema can tell of a single setting. */
const REFUSED_BY_THE_SCHEMA = ["DOCUMENT_INVALID", "UNKNOWN_NODE_TYPE"];

test("docs/automation.schema.json is current", () => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env.UPDATE_DOCS === "1") writeFileSync(FILE, text);
  expect(readFileSync(FILE, "utf8"), "write it anew: UPDATE_DOCS=1 npx vitest run core/graph").toBe(text);
});

describe.each(samples)("%s", (_name, graph) => {
  const { diagnostics } = compile(graph, sampleWorkspace);
  const codes: string[] = diagnostics.map(({ code }) => code);
  const isRefused = codes.some((code) => REFUSED_BY_THE_SCHEMA.includes(code));
  // A setting may be of the right kind and still not make sense, so that only an import's check can tell.
  const mayBeEither = codes.includes("BAD_SETTING");

  test(isRefused ? "is refused" : "is a document", () => {
    const isValid = validate(graph);
    if (isRefused) expect(isValid).toBe(false);
    else if (!mayBeEither) expect(isValid, JSON.stringify(validate.errors)).toBe(true);
  });
});

const document = (change: object = {}, node: object = {}) => ({
  format: "millrace/automation",
  schemaVersion: 2,
  name: "Greet",
  nodes: [{ id: "n1", type: "log", name: "log", label: "Log", config: { level: "info" }, ...node }],
  edges: [],
  ...change,
});

test("a draft may miss settings, a place on the canvas and lines", () => {
  expect(validate(document())).toBe(true);
  expect(validate(document({ nodes: [] }))).toBe(true);
});

test.each([
  ["another format", document({ format: "something/else" })],
  ["another version", document({ schemaVersion: 1 })],
  ["no name", document({ name: "" })],
  ["a key nobody knows", document({ owner: "Ada" })],
  ["an unknown type", document({}, { type: "teleport" })],
  ["a name that is none", document({}, { name: "1st" })],
  ["a step called __proto__", document({}, { id: "__proto__" })],
  ["a setting that the type does not have", document({}, { config: { levle: "info" } })],
  ["a choice that is none", document({}, { config: { level: "loud" } })],
  ["a value that is none", document({}, { config: { message: "Hello" } })],
  ["a policy that is none", document({}, { policy: { retry: { attempts: 1, waitMs: 0, backoff: "fixed" } } })],
  ["a line without an end", document({ edges: [{ from: "n1", handle: "then" }] })],
  ["too many steps", document({ nodes: Array.from({ length: 2_001 }, () => document().nodes[0]) })],
])("%s is refused", (_what, refused) => {
  expect(validate(refused)).toBe(false);
});

test("editors find words for every type and setting", () => {
  const { $defs } = schema as { $defs: Record<string, { properties: Record<string, { title?: string }> }> };
  for (const { type, config } of NODE_TYPES) {
    for (const key of Object.keys(config.shape)) {
      expect($defs[`settings.${type}`]?.properties[key]?.title, `${type}.${key}`).toMatch(/^\p{Lu}/u);
    }
  }
});
