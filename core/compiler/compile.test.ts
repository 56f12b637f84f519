import { createTranslator } from "use-intl/core";
import { expect, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import { mutantOf } from "@/core/compiler/reference/mutant";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { DOCUMENT_FORMAT, type GraphEdge, type GraphNode, MAX_NODES, SCHEMA_VERSION } from "@/core/graph/document";
import sentences from "@/messages/en/diagnostics.json";
import { sampleDocuments } from "@/tests/fixtures/sample-documents";

const SEED = Number(process.env.RANDOM_SEED ?? 7);
const MUTANTS = Number(process.env.MUTANTS ?? 10_000);
/** What the slowest may take here, on a machine that does other things too: it tells a hang from an answer. */
const HANGS_MS = 20_000;

const documents = sampleDocuments().map(({ graph }) => graph);

test(`${MUTANTS} damaged documents are compiled or refused, and none makes it throw (RANDOM_SEED=${SEED})`, () => {
  const found = { refused: 0, unread: 0, slowestMs: 0, slowest: SEED };
  const codes = new Set<string>();
  for (let seed = SEED; seed < SEED + MUTANTS; seed += 1) {
    const mutant = mutantOf(documents, seed);
    const startedAt = performance.now();
    const { diagnostics, program } = compile(mutant, sampleWorkspace);
    const tookMs = performance.now() - startedAt;
    const isRefused = diagnostics.some((finding) => finding.severity === "error");
    if ((program === null) !== isRefused) expect(program === null, `RANDOM_SEED=${seed}`).toBe(isRefused);
    for (const { code, params } of diagnostics) {
      codes.add(code);
      // That would be the compiler's own mistake.
      if (params.reason === "misplaced") expect(params, `RANDOM_SEED=${seed}`).toBeNull();
    }
    found.refused += isRefused ? 1 : 0;
    found.unread += diagnostics[0]?.code === "DOCUMENT_INVALID" ? 1 : 0;
    if (tookMs > found.slowestMs) Object.assign(found, { slowestMs: tookMs, slowest: seed });
  }
  console.info(`the slowest answer took ${found.slowestMs.toFixed(1)} ms (RANDOM_SEED=${found.slowest})`);
  expect(found.slowestMs, `RANDOM_SEED=${found.slowest}`).toBeLessThan(HANGS_MS);
  // A damage is worth something only if it comes as far as the compiler, in many ways.
  expect(found.refused).toBeGreaterThan(MUTANTS / 4);
  expect(found.unread).toBeLessThan(MUTANTS / 2);
  if (MUTANTS >= 1_000) expect(codes.size).toBeGreaterThan(25);
}, 300_000);

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

test("ten thousand steps are refused at once, with how many there may be", () => {
  const nodes = Array.from({ length: 10_000 }, (_, index) => node(`s${index}`, "set", { values: [] }));
  const { program, diagnostics } = compile(graphOf(nodes), sampleWorkspace);

  expect(program).toBeNull();
  expect(diagnostics).toEqual([
    {
      code: "DOCUMENT_INVALID",
      severity: "error",
      params: { path: "nodes", reason: "tooMany", detail: String(MAX_NODES) },
    },
  ]);
  const words = createTranslator({ locale: "en", messages: { diagnostics: sentences }, namespace: "diagnostics" });
  expect(words("DOCUMENT_INVALID", diagnostics[0]!.params as never)).toBe(
    "This automation has too many steps: at most 2000 are possible. Divide it into several that run each other.",
  );
});

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
