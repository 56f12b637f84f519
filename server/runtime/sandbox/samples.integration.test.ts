import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { compile } from "@/core/compiler/compile";
import { compareRuns } from "@/core/compiler/reference/compare";
import { HostFailure, type HostScript, plainHost } from "@/core/compiler/reference/plain-host";
import { type StepTrace, stepKey, type Trace } from "@/core/compiler/reference/trace";
import { sampleWorkspace } from "@/core/compiler/samples/workspace";
import type { ErrorCode } from "@/core/execution/errors";
import type { JournalStep } from "@/core/execution/journal";
import { limitsFor } from "@/core/execution/limits";
import { parseDocument } from "@/core/graph/parse-document";
import type { Json } from "@/core/values/json";
import { createSandbox } from "@/server/runtime/sandbox/pool";
import type { EffectAnswer, EffectRequest, Sandbox } from "@/server/runtime/sandbox/sandbox";
import { keepSteps } from "@/tests/fixtures/hand-written-call";

/** What the compiler's samples come to by their meaning, they come to in the sandbox. */

let sandbox: Sandbox;

beforeAll(() => {
  sandbox = createSandbox({ childSource: inject("sandboxSource"), size: 1 });
});
afterAll(() => sandbox.close());

const FOLDER = join(import.meta.dirname, "../../../core/compiler/samples");
const samples = readdirSync(FOLDER).filter((name) => existsSync(join(FOLDER, name, "cases.json")));
const readJson = <T>(...path: string[]): T => JSON.parse(readFileSync(join(FOLDER, ...path), "utf8"));

describe.each(samples)("%s", (sample) => {
  const graph = readJson<Json>(sample, "graph.json");
  const { program } = compile(graph, sampleWorkspace);
  const { document } = parseDocument(graph);
  const cases = readJson<{ name: string; trigger: Json; world?: HostScript }[]>(sample, "cases.json");
  if (!program || !document) throw new Error(`${sample} cannot be compiled`);
  const nodes = document.nodes;
  const stops = new Set(nodes.filter(({ type }) => type === "stop").map(({ name }) => name));
  const nameOf = (nodeId: string) => nodes.find(({ id }) => id === nodeId)?.name ?? nodeId;

  it.each(cases)("$name", async ({ trigger, world: script = {} }) => {
    const host = plainHost(script, async () => {});
    const onEffect = async ({ nodeId, kind, request, attempt, ordinal }: EffectRequest): Promise<EffectAnswer> => {
      if (ordinal < 0) return { ok: true, value: null };
      try {
        const value = await host.perform(nameOf(nodeId), kind, request as Record<string, unknown>, attempt);
        const isWhole = kind !== "call" || (request as { handlesErrors?: boolean }).handlesErrors;
        return { ok: true, value: isWhole ? value : { body: value } };
      } catch (thrown) {
        if (!(thrown instanceof HostFailure)) throw thrown;
        const { code, ...said } = thrown.details;
        return { ok: false, error: { code: code as ErrorCode, params: {}, ...said } };
      }
    };
    const kept = keepSteps();
    const { reference, racing } = await compareRuns(document, program, sampleWorkspace, { trigger, script });
    const result = await sandbox.run({
      program: {
        id: sample,
        workspaceId: "workspace",
        javascript: program.javascript,
        nodeIds: Object.fromEntries(nodes.map(({ id, name }) => [name, id])),
        timeZone: "UTC",
      },
      ...{ payload: trigger, seed: "1", limits: { ...limitsFor("schedule"), activeTimeMs: 60_000 } },
      ...{ stopBeforeEffects: false, onEffect, onSteps: kept.onSteps },
    }).result;

    // What else had been done by then is left to chance.
    if (racing) return expect(["returned", "failed"]).toContain(result.end);
    const { end } = reference;
    if (end.kind === "answer") expect(result).toMatchObject({ end: "returned", output: end.output });
    else expect(nameOf(result.error?.nodeId ?? "")).toBe(end.by);
    expect(traceOf(kept.all(result), nameOf)).toEqual(told(reference, stops));
  });
});

type Told = Record<string, Pick<StepTrace, "output" | "statements"> & { failed: boolean }>;

function traceOf(steps: JournalStep[], nameOf: (nodeId: string) => string): Told {
  const isTriedAgain = ({ nodeId, path, attempt }: JournalStep) =>
    steps.some((other) => other.nodeId === nodeId && other.path === path && other.attempt > attempt);
  return Object.fromEntries(
    steps.map((step) => {
      const key = stepKey(nameOf(step.nodeId), step.path);
      const { output, statements, status } = step;
      return [
        isTriedAgain(step) ? `${key} try ${step.attempt}` : key,
        { output, statements, failed: status !== "succeeded" },
      ];
    }),
  );
}

/** A stop is told as a step that failed. */
function told({ steps }: Trace, stops: ReadonlySet<string>): Told {
  return Object.fromEntries(
    Object.entries(steps).map(([key, { status, output, statements }]) => {
      const failed = status !== "succeeded" || stops.has(key.replace(/[[ ].*/, ""));
      return [key, { output: failed ? null : output, statements, failed }];
    }),
  );
}
