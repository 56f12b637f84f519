import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, test } from "vitest";
import { compile } from "@/core/compiler/compile";
import type { Prediction } from "@/core/compiler/predict/predict";
import { plainHost } from "@/core/compiler/reference/plain-host";
import { plainRun } from "@/core/compiler/reference/plain-run";
import { randomFrom } from "@/core/compiler/reference/random-from";
import { randomGraph } from "@/core/compiler/reference/random-graph";
import type { Trace } from "@/core/compiler/reference/trace";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import { type AutomationDocument, DOCUMENT_FORMAT, SCHEMA_VERSION } from "@/core/graph/document";

const SAMPLES = join(import.meta.dirname, "../samples");
const SEED = Number(process.env.RANDOM_SEED ?? 20_261_125);
const GRAPHS = Number(process.env.RANDOM_GRAPHS ?? 300);

/** @returns what lies outside of what was predicted for an execution in which nothing ended badly */
function outside({ steps, total }: Prediction, { nodes }: Pick<AutomationDocument, "nodes">, trace: Trace): string[] {
  const ids = new Map(nodes.map(({ name, id }) => [name, id]));
  const wrong = Object.entries(trace.steps).flatMap(([key, { status, statements }]) => {
    const { min, max } = steps[ids.get(key.replace(/[[ ].*$/, "")) ?? ""] ?? { min: 1, max: 1 };
    return status === "succeeded" && (statements < min || statements > (max ?? statements))
      ? [`${key}: ${statements}`]
      : [];
  });
  const sum = Object.values(trace.steps).reduce((all, { statements }) => all + statements, 0);
  const isOff = sum < total.min || sum > (total.max ?? sum);
  return trace.end.kind === "answer" && isOff ? [...wrong, `all: ${sum}, not ${JSON.stringify(total)}`] : wrong;
}

describe("what samples count lies within the prediction", () => {
  const samples = readdirSync(SAMPLES).filter((name) => existsSync(join(SAMPLES, name, "cases.json")));

  it.each(samples)("%s", (name) => {
    const read = (file: string) => JSON.parse(readFileSync(join(SAMPLES, name, file), "utf8"));
    const graph = read("graph.json");
    const { prediction } = compile(graph, sampleWorkspace);
    if (!prediction) throw new Error(`${name} does not compile`);
    for (const { expect: trace } of read("cases.json")) expect(outside(prediction, graph, trace)).toEqual([]);
  });
});

test(`what ${GRAPHS} random graphs count lies within the prediction (RANDOM_SEED=${SEED})`, async () => {
  let exact = 0;
  for (let index = 0; index < GRAPHS; index += 1) {
    const { document, script } = randomGraph(randomFrom(SEED + index));
    const { program, prediction } = compile(document, sampleWorkspace);
    if (!program || !prediction) continue;
    const trace = await plainRun(
      program.javascript,
      {},
      plainHost(script, async () => {}),
    );
    expect(outside(prediction, document, trace), `RANDOM_SEED=${SEED + index} RANDOM_GRAPHS=1`).toEqual([]);
    exact += prediction.total.exact ? 1 : 0;
  }
  if (GRAPHS >= 300) expect(exact).toBeGreaterThan(0);
}, 60_000);

const automation = (code: string, more: object[] = []) => ({
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name: "Predicted",
  nodes: [
    { id: "start", type: "manual", name: "start", label: "Start", config: {} },
    { id: "code", type: "code", name: "work", label: "Work", config: { code } },
    ...more,
  ],
  edges: [{ from: "start", handle: "then", to: "code" }],
  layout: {},
});

test("straight steps are known exactly", () => {
  const { prediction } = compile(automation("const a = 1;\nreturn a;"), sampleWorkspace);
  expect(prediction).toEqual({
    total: { min: 3, max: 3, exact: true },
    steps: { code: { min: 2, max: 2, exact: true } },
  });
});

test("code that surely runs over the limit is told, and may be published", () => {
  const { diagnostics, program } = compile(automation("for (let i = 0; i < 5000; i++);\nreturn 1;"), sampleWorkspace);
  expect(program).not.toBeNull();
  expect(diagnostics.filter(({ code }) => code === "STATEMENTS_OVER_LIMIT")).toEqual([
    {
      code: "STATEMENTS_OVER_LIMIT",
      severity: "warning",
      nodeId: "code",
      params: { of: "step", count: 5_002, limit: 5_000 },
    },
  ]);
});
