import { afterAll, beforeAll, expect, inject, it } from "vitest";
import type { Json } from "@/core/values/json";
import { createSandbox } from "@/server/runtime/sandbox/pool";
import type { EffectAnswer, EffectRequest, KnownStep, Sandbox } from "@/server/runtime/sandbox/sandbox";
import { effectsByHand, handWrittenCall, keepSteps, stepLine } from "@/tests/fixtures/hand-written-call";

let sandbox: Sandbox;

beforeAll(() => {
  sandbox = createSandbox({ childSource: inject("sandboxSource"), size: 1 });
});
afterAll(() => sandbox.close());

const busy = { code: "HTTP_STATUS_RETRYABLE", params: {}, message: "busy", status: 503 } as const;

/** A call that is always refused. @returns the pauses it made, and how it ended */
async function pausesOf(policy: string, { retryAfterMs, seed = "1" }: { retryAfterMs?: number; seed?: string } = {}) {
  const pauses: EffectRequest[] = [];
  const { result } = sandbox.run(
    handWrittenCall(`await run.call("a", ($s) => ({ method: "GET", url: "https://example.org" }), ${policy});`, {
      seed,
      onEffect: async (effect): Promise<EffectAnswer> => {
        if (effect.kind === "wait") pauses.push(effect);
        return effect.kind === "wait"
          ? { ok: true, value: null }
          : { ok: false, error: Object.assign({ ...busy }, { retryAfterMs }) };
      },
    }),
  );
  const ended = await result;
  return { pauses, ended, ms: pauses.map(({ request }) => (request as { ms: number }).ms) };
}

it("pauses double, a little more or less, and belong to the attempt before them", async () => {
  const { pauses, ms, ended } = await pausesOf("{ attempts: 4, waitMs: 1000, backoff: 'exponential' }");
  expect(ended.error).toMatchObject({ code: "HTTP_STATUS_RETRYABLE", nodeId: "node-a" });
  expect(ended.handledFailures).toBe(0);
  expect(pauses.map(({ attempt, ordinal }) => [attempt, ordinal])).toEqual([
    [1, -1],
    [2, -1],
    [3, -1],
  ]);
  for (const [index, usual] of [1_000, 2_000, 4_000].entries()) {
    expect(ms[index]).toBeGreaterThanOrEqual(usual * 0.8);
    expect(ms[index]).toBeLessThanOrEqual(usual * 1.2);
  }
  const other = await pausesOf("{ attempts: 4, waitMs: 1000, backoff: 'exponential' }", { seed: "2" });
  expect(other.ms).not.toEqual(ms);
});

it("pauses are all about as long where the policy says so", async () => {
  const { ms } = await pausesOf("{ attempts: 3, waitMs: 1000, backoff: 'fixed' }");
  for (const pause of ms) expect(Math.abs(pause - 1_000)).toBeLessThanOrEqual(200);
  expect(ms).toHaveLength(2);
});

it("a pause is what the other side asks for", async () => {
  expect((await pausesOf("{ attempts: 2, waitMs: 1000 }", { retryAfterMs: 30_000 })).ms).toEqual([30_000]);
});

it("an attempt that takes too long is ended, and no catch gets past it", async () => {
  const { asked, onEffect, until } = effectsByHand();
  const kept = keepSteps();
  const { result } = sandbox.run(
    handWrittenCall(
      `const a = await run.code("a", ($s) => null, ($s) => async () => {
        try { return await $s.records.get("Leads", "1"); } catch { return await $s.records.get("Leads", "2"); }
      }, { attempts: 2, timeLimitMs: 50 });
      return run.return("end", ($s) => a);`,
      { onEffect, onSteps: kept.onSteps },
    ),
  );
  await until(1);
  expect(asked[0]?.effect.policy?.timeLimitMs).toBeLessThanOrEqual(50);
  asked[0]?.signal.addEventListener("abort", () =>
    asked[0]?.answer({ ok: false, error: { code: "CANCELED", params: {}, message: "" } }),
  );
  await until(2);
  expect(asked[1]?.effect).toMatchObject({ attempt: 2, ordinal: 0, request: { id: "1" } });
  asked[1]?.answer({ ok: true, value: "in time" });
  const ended = await result;
  expect(ended.output).toBe("in time");
  const steps = kept.all(ended);
  expect(steps.map(stepLine)).toEqual(["a failed, handled", "a #2 succeeded", "end succeeded"]);
  expect(steps[0]?.error).toMatchObject({ code: "STEP_TIME_LIMIT", params: { seconds: 0.05 } });
});

it("what was done when the time was over is done", async () => {
  const { asked, onEffect, until } = effectsByHand();
  const { result } = sandbox.run(
    handWrittenCall(
      `const a = await run.getRecord("a", ($s) => ({ module: "Leads", id: "1" }), { timeLimitMs: 20 });
      return run.return("end", ($s) => a);`,
      { onEffect },
    ),
  );
  await until(1);
  asked[0]?.signal.addEventListener("abort", () => asked[0]?.answer({ ok: true, value: "done" }));
  expect((await result).output).toBe("done");
});

it("an execution that goes on counts what its known steps used, and keeps their order", async () => {
  const step = (nodeId: string, ordinal: number, more: Partial<KnownStep> = {}): KnownStep => ({
    ...{ nodeId: `node-${nodeId}`, path: "", attempt: 1, ordinal, status: "succeeded", output: null as Json },
    ...{ error: null, handled: false, statements: 10, startedAt: 0, ...more },
  });
  const failed = { status: "failed", handled: true, error: { ...busy, nodeId: "node-a" } } as const;
  const known = [
    step("trigger", 0),
    // A loop whose line dealt with what failed in it, and a step with a line of its own that was tried twice.
    step("loop", 1, failed),
    step("a", 2, { ...failed, path: "0" }),
    step("b", 3, { ...failed, error: { ...busy, nodeId: "node-b" } }),
    step("b", 4, { ...failed, attempt: 2, error: { ...busy, nodeId: "node-b" } }),
    step("c", 9, { status: "running", startedAt: 5_000 }),
  ];
  const kept = keepSteps();
  const ended = await sandbox.run(
    handWrittenCall(
      `await run.attempt(() => run.forEach("loop", ($s) => ({ items: [1] }), async (run, loop) => { await run.set("a", ($s) => 1); }));
      await run.attempt(() => run.code("b", ($s) => 1, ($s) => () => 1, { attempts: 2 }));
      const c = await run.set("c", ($s) => Date.now());
      return run.return("end", ($s) => c);`,
      { known, onSteps: kept.onSteps },
    ),
  ).result;
  expect(ended).toMatchObject({ output: 5_000, handledFailures: 2, statements: 50 + 2 });
  expect(kept.all(ended)).toMatchObject([
    { nodeId: "node-c", ordinal: 9, startedAt: 5_000 },
    { nodeId: "node-end", ordinal: 10 },
  ]);
});
