import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { compile } from "@/core/compiler/compile";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { LIMITS, limitsFor } from "@/core/execution/limits";
import { DOCUMENT_FORMAT, SCHEMA_VERSION } from "@/core/graph/document";
import {
  ENDLESS_CODE,
  FINITE_CODE,
  MADE_CODE,
  OTHER_LIMITS,
  REFUSED_CODE,
  UNAWAITED_CODE,
} from "@/server/runtime/sandbox/counting.cases";
import { createSandbox } from "@/server/runtime/sandbox/pool";
import type { Sandbox } from "@/server/runtime/sandbox/sandbox";

let sandbox: Sandbox;

beforeAll(() => {
  sandbox = createSandbox({ childSource: inject("sandboxSource"), size: 1 });
});
afterAll(() => sandbox.close());

const compileCode = (code: string) =>
  compile(
    {
      format: DOCUMENT_FORMAT,
      schemaVersion: SCHEMA_VERSION,
      name: "Counting",
      nodes: [
        { id: "start", type: "manual", name: "start", label: "Start", config: {} },
        { id: "code", type: "code", name: "a", label: "Code", config: { code } },
      ],
      edges: [{ from: "start", handle: "then", to: "code" }],
      layout: {},
    },
    sampleWorkspace,
  );

async function runCode(code: string, activeTimeMs?: number) {
  const { program, diagnostics } = compileCode(code);
  if (!program) throw new Error(JSON.stringify(diagnostics));
  const limits = limitsFor("button");
  const result = await sandbox.run({
    program: {
      id: `counting-${code}`,
      workspaceId: "workspace",
      javascript: program.javascript,
      nodeIds: { start: "start", a: "code" },
      timeZone: "UTC",
    },
    payload: {},
    seed: "1",
    limits: activeTimeMs ? { ...limits, activeTimeMs } : limits,
    stopBeforeEffects: false,
    onEffect: async () => ({ ok: true, value: null }),
    onSteps: () => {},
  }).result;
  const steps = JSON.parse(result.steps) as {
    nodeId: string;
    output: unknown;
    statements: number;
    lines: Record<string, Record<string, number>> | null;
  }[];
  return { result, step: steps.find(({ nodeId }) => nodeId === "code")! };
}

const sumOf = (lines: Record<string, number> = {}) => Object.values(lines).reduce((sum, count) => sum + count, 0);

describe("code that ends counts exactly what the rule says", () => {
  it.each(FINITE_CODE)("$name", async ({ code, statements, lines }) => {
    const { result, step } = await runCode(code);
    expect(result.error).toBeNull();
    expect(step.statements).toBe(statements);
    expect(sumOf(step.lines?.code)).toBe(statements);
    if (lines) expect(step.lines).toEqual({ code: lines });
  });

  it("names given by a place are not lost", async () => {
    const named = FINITE_CODE.filter(({ code }) => code.includes(".name"));
    const outputs = await Promise.all(named.map(async ({ code }) => (await runCode(code)).step.output));
    expect(outputs).toEqual([["Inner", "handler", true], "g"]);
  });
});

describe("code that does not end reaches the limit, and counts no statement more", () => {
  it.each(Object.entries(ENDLESS_CODE))("%s", async (_name, code) => {
    const { result, step } = await runCode(code);
    expect(result).toMatchObject({ end: "failed", error: { code: "STATEMENT_LIMIT", nodeId: "code" } });
    expect(step.statements).toBeLessThanOrEqual(LIMITS.statementsPerCall);
    expect(step.statements).toBeGreaterThan(LIMITS.statementsPerCall - 5);
    expect(sumOf(step.lines?.code)).toBe(step.statements);
  });
});

it.each(Object.entries(UNAWAITED_CODE))("the limit ends what nobody waits for: %s", async (_name, code) => {
  const { result, step } = await runCode(code);
  expect(result).toMatchObject({ end: "failed", error: { code: "WAITS_FOREVER", nodeId: "code" } });
  expect(step.statements).toBeGreaterThan(LIMITS.statementsPerCall - 5);
  expect(step.statements).toBeLessThanOrEqual(LIMITS.statementsPerCall);
});

describe("code that comes near the counter is refused", () => {
  it.each(Object.entries(REFUSED_CODE))("%s", (_name, code) => {
    const { program, diagnostics } = compileCode(code);
    expect(program).toBeNull();
    expect(diagnostics).toEqual(
      expect.arrayContaining([expect.objectContaining({ severity: "error", nodeId: "code" })]),
    );
  });
});

it.each(Object.entries(MADE_CODE))("text becomes no code: %s", async (_name, code) => {
  const { result } = await runCode(code);
  expect(result.error).toMatchObject({ code: "CODE_THREW", message: "TypeError: eval is not supported" });
});

it.each(Object.entries(OTHER_LIMITS))("another limit ends what has no statements: %s", async (_name, code) => {
  const { result } = await runCode(code, 300);
  expect(["TIME_LIMIT", "MEMORY_LIMIT", "STACK_LIMIT"]).toContain(result.error?.code);
});
