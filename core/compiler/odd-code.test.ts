import { expect, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import type { CompileContext } from "@/core/compiler/program";
import { compareRuns } from "@/core/compiler/reference/compare";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { DOCUMENT_FORMAT, SCHEMA_VERSION } from "@/core/graph/document";
import { parseDocument } from "@/core/graph/parse-document";
import type { Json } from "@/core/values/json";

type Config = Record<string, Json>;
type Step = { id: string; type: string; config: Config };

const formula = (code: string): Json => ({ kind: "expression", code });
const fixed = (value: Json): Json => ({ kind: "literal", value });
const step = (id: string, type: string, config: Config): Step => ({ id, type, config });
const input = step("input", "manual", { parameters: [] });
const answer = (code: string) => step("answer", "return", { value: formula(code) });
const isOne = (left: Json): Json => ({ kind: "rows", match: "all", rows: [{ left, operator: "is", right: fixed(1) }] });

/** A chain of steps after a start. */
function chain(steps: Step[], { name = "Test", start = input, handle = "then" } = {}): Json {
  const all = [start, ...steps];
  const edges = steps.map(({ id }, index) => ({ from: all[index]!.id, handle: index === 0 ? handle : "then", to: id }));
  const nodes = all.map((one) => ({ ...one, name: one.id, label: one.id }));
  return { format: DOCUMENT_FORMAT, schemaVersion: SCHEMA_VERSION, name, nodes, edges };
}

/** What it answers, the same as the language says. */
async function answerOf(graph: Json, context: CompileContext = sampleWorkspace, trigger: Json = {}): Promise<unknown> {
  const { diagnostics, program } = compile(graph, context);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { document } = parseDocument(graph);
  const { compiled, mismatch } = await compareRuns(document!, program!, context, { trigger, script: {} });
  expect(mismatch).toBeNull();
  return compiled.end.kind === "answer" ? compiled.end.output : compiled.end;
}

const list = fixed([{ a: 1 }, { a: 2 }]);
const filtered = (when: Json) => step("some", "transform", { list, operations: [{ kind: "filter", when }] });

test.each<[string, Step[], Json]>([
  [
    "a filter's formula may begin with an object",
    [filtered({ kind: "formula", formula: formula("{ a: item.a }.a === 1") }), answer("some")],
    [{ a: 1 }],
  ],
  ["a filter may compare a fixed object", [filtered(isOne(fixed({ a: 1 }))), answer("some")], []],
  [
    "a list may be read off a fixed object",
    [
      step("some", "transform", { list: formula("{ a: [3, 4] }.a"), operations: [{ kind: "limit", count: 1 }] }),
      answer("some"),
    ],
    [3],
  ],
  [
    "a value may be called null",
    [step("some", "set", { values: [{ name: "null", value: fixed(null) }] }), answer("some")],
    { null: null },
  ],
  [
    "a value may be called true",
    [step("some", "set", { values: [{ name: "true", value: fixed(true) }] }), answer("some")],
    { true: true },
  ],
  [
    "a parameter of an address may be called 1",
    [
      step("some", "connection", {
        form: "request",
        method: "GET",
        url: fixed("https://example.org"),
        query: [{ name: "1", value: fixed(1) }],
      }),
      answer("1"),
    ],
    1,
  ],
  [
    "code may say that it is strict",
    [
      step("some", "set", { values: [{ name: "a", value: fixed(1) }] }),
      step("code", "code", { code: '// Strict.\n"use strict";\nreturn some.a as number;' }),
      answer("code"),
    ],
    1,
  ],
  ["a comment may stand before brackets", [answer("/* one and one */ (1 + 1)")], 2],
])("%s", async (_what, steps, wanted) => {
  expect(await answerOf(chain(steps))).toEqual(wanted);
});

test("a condition over several lines may begin with a fixed object", async () => {
  const long = fixed({ a: "x".repeat(100) });
  const rows = [long, long].map((left) => ({ left, operator: "is-not", right: fixed(1) }));
  const branches = [{ id: "then", label: "", when: { kind: "rows", match: "all", rows } }];

  expect(await answerOf(chain([step("size", "condition", { branches }), answer("size")]))).toBe("then");
});

test("a text is no list, not even to be cut", async () => {
  const steps = [
    step("some", "transform", { list: formula("input.a"), operations: [{ kind: "limit", count: 2 }] }),
    answer("some"),
  ];
  const { diagnostics, program } = compile(chain(steps), sampleWorkspace);
  expect(diagnostics).toEqual([]);
  const { document } = parseDocument(chain(steps));
  const { compiled } = await compareRuns(document!, program!, sampleWorkspace, { trigger: { a: "abc" }, script: {} });
  expect(compiled.steps.some).toMatchObject({ status: "failed" });
});

const rule = step("lead", "workflow", {
  module: "Leads",
  on: "created",
  conditions: [{ id: "big", label: "", when: { kind: "formula", formula: formula("true") }, after: [] }],
});

test("a rule, and a function it calls, may be called match", async () => {
  const match = functionOf("match", "export function match() { return 7; }");
  const steps = [step("some", "function", { function: "match" }), answer("some")];
  const graph = chain(steps, { name: "Match", start: rule, handle: "big" });

  expect(await answerOf(graph, { ...sampleWorkspace, functions: [match] }, { handle: "big" })).toBe(7);
});

test.each([
  ["on the line above", "export\nfunction seven() { return 7; }"],
  ["with a comment in between", "export /* it */ function seven() { return 7; }"],
  ["behind something else", "type Seven = 7; export function seven() { return 7; }"],
  ["beside types", "interface A { a: 1 }\nexport type { A };\nexport function seven() { return 7; }"],
])("a function may be exported %s", async (_where, source) => {
  const steps = [step("some", "function", { function: "seven" }), answer("some")];
  expect(await answerOf(chain(steps), { ...sampleWorkspace, functions: [functionOf("seven", source)] })).toBe(7);
});

test("a function's text that looks like an export stays", async () => {
  const source = "export function text() {\n  return `\nexport function a`;\n}";
  const steps = [step("some", "function", { function: "text" }), answer("some")];
  const context = { ...sampleWorkspace, functions: [functionOf("text", source)] };
  expect(await answerOf(chain(steps), context)).toBe("\nexport function a");
});

test.each([
  ["that waits", "await 1", "await"],
  ["that begins like a script of a shell", "#! one\n1", "syntax"],
])("a formula %s is refused", (_what, code, reason) => {
  const { diagnostics, program } = compile(chain([answer(code)]), sampleWorkspace);
  expect(program).toBeNull();
  expect(diagnostics).toMatchObject([{ code: "BAD_FORMULA", nodeId: "answer", field: "value", params: { reason } }]);
});

test("code that begins like a script of a shell is refused", () => {
  const { diagnostics } = compile(chain([step("code", "code", { code: "#! one\nreturn 1;" })]), sampleWorkspace);
  expect(diagnostics).toMatchObject([{ code: "BAD_CODE", nodeId: "code", params: { reason: "syntax" } }]);
});

function functionOf(name: string, source: string): CompileContext["functions"][number] {
  return { name, version: 1, description: "", source, signature: { parameters: [], returnType: "unknown" } };
}
