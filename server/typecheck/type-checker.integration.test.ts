import { afterEach, expect, inject, test, vi } from "vitest";
import { compile } from "@/core/compiler/compile";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import type { Json } from "@/core/values/json";
import { CheckerProcess } from "@/server/typecheck/checker-process";
import type { ModuleQuestion } from "@/server/typecheck/protocol";
import { createTypeChecker, type TypeChecker, type TypeCheckerOptions } from "@/server/typecheck/type-checker";

const started: TypeChecker[] = [];

function checker(options: Partial<TypeCheckerOptions> = {}): TypeChecker {
  const made = createTypeChecker({ childSource: inject("typecheckSource"), ...options });
  started.push(made);
  return made;
}

afterEach(() => {
  vi.useRealTimers();
  for (const one of started.splice(0)) one.close();
});

test("what a process had written when it was ended answers no later question", async () => {
  const source = `const write = (line) => console.log(JSON.stringify(line));
require("readline").createInterface({ input: process.stdin })
  .once("line", () => write({ id: 0, answer: null }))
  .on("line", (line) => line.includes("question") && write({ id: 1, answer: { findings: [] } }));`;
  let process: CheckerProcess | undefined;
  let gone: Promise<void> | undefined;
  const begun = new Promise<void>((onReady) => {
    gone = new Promise<void>((onExit) => {
      process = new CheckerProcess(source, { onReady, onExit });
    });
  });
  const answered = vi.fn();
  await begun;
  process!.ask(question("export {};"), answered);
  // Busy for as long as the answer takes to arrive unread.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_500);
  process!.kill();
  await gone;
  await new Promise((resolve) => setImmediate(resolve));
  expect(answered).not.toHaveBeenCalled();
});

const question = (text: string): ModuleQuestion => ({ kind: "module", text, notes: [], steps: [] });
const WRONG = question("const amount: number = 'x';\nexport {};\n");

/** A record, then steps that each read the one before. */
function chain(length: number): ModuleQuestion {
  const steps = Array.from({ length }, (_, at) => {
    const before = at === 0 ? "deal.record.Amount" : `step${at - 1}.value`;
    const values: Json = [
      { name: "value", value: { kind: "expression", code: `(${before} ?? 0) + ${at}` } },
      { name: "note", value: { kind: "template", parts: ["Deal ", { code: "deal.record.Deal_Name" }] } },
    ];
    return { id: `n${at}`, type: "set", name: `step${at}`, label: `Step ${at}`, config: { values } };
  });
  const nodes = [
    { id: "start", type: "button", name: "deal", label: "Press", config: { module: "Deals", label: "Go" } },
    ...steps,
  ];
  const edges = steps.map(({ id }, at) => ({ from: nodes[at]!.id, handle: "then", to: id }));
  const document = { format: "millrace/automation", schemaVersion: 1, name: "Chain", nodes, edges };
  const { notes, program } = compile(document, sampleWorkspace);
  return { kind: "module", text: program!.typescript, notes, steps: steps.map(({ name }) => name) };
}

test("a module is checked, in a process that is kept warm", async () => {
  const types = checker();
  const startedAt = performance.now();
  const answer = await types.ask(WRONG);
  const coldMs = Math.round(performance.now() - startedAt);
  expect(answer!.findings.map(({ code, line }) => ({ code, line }))).toEqual([{ code: 2322, line: 1 }]);

  const warm: string[] = [];
  for (const length of [10, 100, 500]) {
    const asked = chain(length);
    await types.ask(asked);
    const at = performance.now();
    const found = await types.ask(asked);
    warm.push(`${length} steps ${Math.round(performance.now() - at)} ms`);
    expect(found!.findings).toEqual([]);
    expect(Object.keys(found!.types)).toHaveLength(length);
  }
  console.log(`type check: first ${coldMs} ms; then ${warm.join(", ")}`);
});

test("questions wait for each other and each gets its own answer", async () => {
  const types = checker();
  const lines = [1, 2, 3, 4, 5];
  const answers = await Promise.all(
    lines.map((line) => types.ask(question(`${"\n".repeat(line - 1)}const x: number = '';\nexport {};`))),
  );
  expect(answers.map((answer) => answer?.findings[0]?.line)).toEqual(lines);
});

test("a process that was killed is replaced; what it was asked is not answered", async () => {
  const types = checker();
  await types.ask(WRONG);
  const asked = types.ask(chain(500));
  const first = types.processId()!;
  process.kill(first, "SIGKILL");
  expect(await asked).toBeNull();
  expect((await types.ask(WRONG))!.findings).toHaveLength(1);
  expect(types.processId()).not.toBe(first);
});

test("a process that nobody asks for a minute ends, and the next question starts another", async () => {
  const types = checker();
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await types.ask(WRONG);
  const first = types.processId();
  vi.advanceTimersByTime(59_000);
  expect(types.processId()).toBe(first);
  vi.advanceTimersByTime(1_000);
  expect(types.processId()).toBeNull();
  expect((await types.ask(WRONG))!.findings).toHaveLength(1);
  expect(types.processId()).not.toBe(first);
});

/** Each line takes the compiler seconds before it gives up on it. */
const HOSTILE = `type Fib<N extends unknown[]> = N extends [unknown, unknown, ...infer R] ? [...Fib<[unknown, ...R]>, ...Fib<R>] : [unknown];
${Array.from({ length: 200 }, (_, at) => `export const x${at}: Fib<[${"0, ".repeat(20 + (at % 20))}${at}]> = [];`).join("\n")}
`;

test("a type that does not end is cut, and the one asked next is answered", async () => {
  const types = checker({ timeoutMs: 2_000 });
  const hostile = types.ask(question(HOSTILE));
  const innocent = types.ask(WRONG);
  expect(await hostile).toBeNull();
  expect((await innocent)!.findings).toHaveLength(1);
});

test("a process that cannot even start answers nothing, and ends nothing", async () => {
  const types = checker({ childSource: "throw new Error('broken')" });
  expect(await types.ask(WRONG)).toBeNull();
  expect(await types.ask(WRONG)).toBeNull();
});

test("after its end nothing is answered", async () => {
  const types = checker();
  const asked = types.ask(WRONG);
  types.close();
  expect(await asked).toBeNull();
  expect(await types.ask(WRONG)).toBeNull();
});
