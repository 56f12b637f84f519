import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import { type Random, randomFrom } from "@/core/compiler/reference/random-graph";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { DOCUMENT_FORMAT, type GraphEdge, type GraphNode, SCHEMA_VERSION } from "@/core/graph/document";
import type { Json } from "@/core/values/json";

const SAMPLES = join(import.meta.dirname, "samples");
const SEED = Number(process.env.RANDOM_SEED ?? 7);
const MUTANTS = 500;

const documents = readdirSync(SAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => JSON.parse(readFileSync(join(SAMPLES, entry.name, "graph.json"), "utf8")) as Json);

test(`compiling never throws, whatever becomes of a document (RANDOM_SEED=${SEED})`, () => {
  let refused = 0;
  for (let index = 0; index < MUTANTS; index += 1) {
    const random = randomFrom(SEED + index);
    const mutant = structuredClone(documents[index % documents.length]!);
    for (let count = 1 + Math.floor(random() * 3); count > 0; count -= 1) mutate(mutant, random);
    const compiled = compile(mutant, sampleWorkspace);
    const isRefused = compiled.diagnostics.some((finding) => finding.severity === "error");
    expect(compiled.program === null, `RANDOM_SEED=${SEED + index}`).toBe(isRefused);
    refused += isRefused ? 1 : 0;
  }
  expect(refused).toBeGreaterThan(MUTANTS / 4);
}, 30_000);

test.each([
  ["nothing", undefined],
  ["a number", 7],
  ["a list", []],
  ["another format", { format: "something/else", schemaVersion: 2 }],
  ["a newer version", { format: DOCUMENT_FORMAT, schemaVersion: 99 }],
  ["a NUL", { ...graphOf([]), name: "a\0b" }],
  ["half a character", { ...graphOf([]), name: "a\uD800b" }],
  ["nesting without end", { ...graphOf([]), deep: nested(5_000) }],
  ["a function", { ...graphOf([]), name: () => 1 }],
])("%s is no document", (_what, input) => {
  const { program, diagnostics } = compile(input, sampleWorkspace);

  expect(program).toBeNull();
  expect(diagnostics.map((finding) => finding.code)).toContain("DOCUMENT_INVALID");
});

test.each([
  ["parentheses", "(".repeat(4_000) + ")".repeat(4_000)],
  ["a sum", `1${"+1".repeat(4_000)}`],
  ["functions", `${"()=>".repeat(2_000)}1`],
])("a formula nested without end is refused: %s", (_what, formula) => {
  const value = { kind: "expression", code: formula };
  const { diagnostics } = compile(graphOf([node("a", "return", { value })], [["start", "then", "a"]]), sampleWorkspace);

  expect(diagnostics).toMatchObject([{ code: "BAD_FORMULA", nodeId: "a", field: "value" }]);
});

test("a thousand conditions, each in the branch before, are refused as too deep", () => {
  const when = { kind: "formula", formula: { kind: "expression", code: "true" } };
  const config = { branches: [{ id: "yes", label: "", when }] };
  const nodes = Array.from({ length: 1_000 }, (_, index) => node(`c${index}`, "condition", config));
  const edges = nodes.flatMap(({ id }, index): [string, string, string][] => [
    index === 0 ? ["start", "then", id] : [`c${index - 1}`, index % 2 ? "yes" : "otherwise", id],
  ]);

  const { diagnostics } = compile(graphOf(nodes, edges), sampleWorkspace);

  expect(diagnostics.map((finding) => finding.code)).toEqual(["TOO_DEEP"]);
});

test("a chain of two thousand steps compiles", () => {
  const nodes = Array.from({ length: 1_999 }, (_, index) => node(`s${index}`, "set", { values: [] }));
  const edges = nodes.map(({ id }, index): [string, string, string] => [
    index === 0 ? "start" : `s${index - 1}`,
    "then",
    id,
  ]);

  expect(compile(graphOf(nodes, edges), sampleWorkspace).program).not.toBeNull();
}, 30_000);

test("the same document gives the same bytes", () => {
  for (const document of documents) {
    expect(compile(structuredClone(document), sampleWorkspace)).toEqual(compile(document, sampleWorkspace));
  }
}, 30_000);

function node(id: string, type: string, config: Record<string, unknown> = {}): GraphNode {
  return { id, type, name: id, label: id, config: config as GraphNode["config"] };
}

function graphOf(nodes: GraphNode[], edges: [string, string, string][] = []): Record<string, unknown> {
  return {
    format: DOCUMENT_FORMAT,
    schemaVersion: SCHEMA_VERSION,
    name: "Test",
    nodes: [node("start", "manual"), ...nodes],
    edges: edges.map(([from, handle, to]): GraphEdge => ({ from, handle, to })),
  };
}

function nested(depth: number): unknown {
  let held: unknown = null;
  for (let level = 0; level < depth; level += 1) held = [held];
  return held;
}

const POISON: Json[] = [
  null,
  "",
  -1,
  1e9,
  true,
  [],
  {},
  "run",
  "start",
  "__proto__",
  "constructor",
  "`${",
  "*/ //",
  { kind: "expression", code: "}) => {" },
  { kind: "expression", code: "input?.toString" },
  { kind: "template", parts: ["`", { code: "1 //" }] },
];

/** Replaces, removes or doubles something at a random place. */
function mutate(document: Json, random: Random): void {
  let at = document;
  for (let depth = Math.floor(random() * 7); depth > 0; depth -= 1) {
    const inner = Object.values(at as object).filter((held) => typeof held === "object" && held !== null);
    if (inner.length === 0) break;
    at = inner[Math.floor(random() * inner.length)] as Json;
  }
  const holder = at as Record<string, Json>;
  const keys = Object.keys(holder);
  const key = keys[Math.floor(random() * keys.length)];
  if (key === undefined) return;
  const poison = POISON[Math.floor(random() * POISON.length)]!;
  const how = random();
  if (how < 0.5) holder[key] = structuredClone(poison);
  else if (how < 0.65) delete holder[key];
  else if (how < 0.8 && !Array.isArray(at)) holder[String(poison)] = holder[key]!;
  else if (Array.isArray(at)) at.push(structuredClone(at[Math.floor(random() * at.length)]!));
  else if (typeof holder[key] === "string")
    holder[key] = `${holder[key]}${["\n", "`", "//", "{", " $s"][Math.floor(random() * 5)]}`;
}

test("a type that a function claims to return cannot bring code into the module", () => {
  const signature = { parameters: [], returnType: "any; run.return('x', () => 1); let y: any" };
  const evil = { name: "evil", version: 1, description: "", source: "export function evil() {}", signature };
  const when = { kind: "formula", formula: { kind: "expression", code: "true" } };
  const nodes = [
    node("c", "condition", { branches: [{ id: "yes", label: "", when }] }),
    node("f", "function", { function: "evil" }),
    node("r", "return", { value: { kind: "expression", code: "f" } }),
    node("k", "code", { code: "return f;" }),
  ];
  const edges: [string, string, string][] = [
    ["start", "then", "c"],
    ["c", "yes", "f"],
    ["f", "then", "k"],
    ["k", "then", "r"],
    ["c", "otherwise", "r"],
  ];

  const { program } = compile(graphOf(nodes, edges), { ...sampleWorkspace, functions: [evil] });

  expect(program?.typescript).toContain("let f = undefined as Awaited<ReturnType<typeof evil>> | undefined;");
  expect(program?.javascript).not.toContain('run.return("x"');
  expect(program?.javascript).not.toContain("run.return('x'");
});
