import type { ConformanceCase } from "@/server/runtime/sandbox/conformance.cases";
import type { EffectAnswer, EffectRequest, KnownStep } from "@/server/runtime/sandbox/sandbox";

const busy = { code: "HTTP_STATUS_RETRYABLE", params: {}, message: "busy", status: 503 } as const;

/** Fails every call of the first attempts, and ends pauses at once. */
const busyUntil =
  (attempt: number, error: { retryAfterMs?: number } = {}) =>
  (effect: EffectRequest): EffectAnswer =>
    effect.kind === "wait" || effect.attempt >= attempt
      ? { ok: true, value: { body: effect.attempt } }
      : { ok: false, error: { ...busy, ...error } };

const call = (
  policy: string,
) => `const a = await run.call("a", ($s) => ({ method: "GET", url: "https://example.org" }), ${policy});
return run.return("end", ($s) => a);`;

const known = (step: Partial<KnownStep>): KnownStep => ({
  nodeId: "node-a",
  path: "",
  attempt: 1,
  ordinal: 1,
  status: "succeeded",
  output: null,
  error: null,
  handled: false,
  statements: 1,
  startedAt: 1_000,
  ...step,
});

const KNOWN_TRIGGER = known({ nodeId: "node-trigger", ordinal: 0 });

export const RETRY_CASES: ConformanceCase[] = [
  {
    name: "a failure that may pass is tried again as often as the policy says",
    answer: busyUntil(3),
    body: call("{ attempts: 3, waitMs: 1000, backoff: 'exponential' }"),
    expected: { output: 3 },
    steps: ["a failed, handled", "a #2 failed, handled", "a #3 succeeded", "end succeeded"],
  },
  {
    name: "the last attempt's failure is the step's",
    answer: busyUntil(9),
    body: call("{ attempts: 2 }"),
    expected: { code: "HTTP_STATUS_RETRYABLE", nodeId: "node-a" },
    steps: ["a failed, handled", "a #2 failed"],
  },
  {
    name: "a line deals with the last attempt's failure",
    answer: busyUntil(9),
    body: `const a = await run.attempt(() => run.call("a", ($s) => ({ method: "GET", url: "https://example.org" }), { attempts: 2 }));
return run.return("end", ($s) => a.error.message);`,
    expected: { output: "busy" },
    steps: ["a failed, handled", "a #2 failed, handled", "end succeeded"],
  },
  {
    name: "a failure that stays is not tried again",
    answer: () => ({ ok: false, error: { ...busy, code: "HTTP_STATUS" } }),
    body: call("{ attempts: 3 }"),
    expected: { code: "HTTP_STATUS" },
    steps: ["a failed"],
  },
  {
    name: "code that threw is tried again, with its settings computed anew",
    body: `let tries = 0;
const a = await run.code("a", ($s) => (tries += 1, tries), ($s) => (n) => { if (n < 3) throw new Error("not yet"); return n; }, { attempts: 3 });
return run.return("end", ($s) => a);`,
    expected: { output: 3 },
    steps: ["a failed, handled", "a #2 failed, handled", "a #3 succeeded", "end succeeded"],
  },
  {
    name: "a formula that failed is not tried again",
    body: `await run.code("a", ($s) => trigger.no.name, ($s) => () => 1, { attempts: 3 });`,
    expected: { code: "FORMULA_FAILED" },
    steps: ["a failed"],
  },
  {
    name: "each attempt counts its effects from 0",
    answer: ({ attempt, ordinal }) =>
      attempt === 1 && ordinal === 1 ? { ok: false, error: busy } : { ok: true, value: `${attempt}/${ordinal}` },
    body: `const a = await run.code("a", ($s) => null, ($s) => async () =>
  [await $s.records.get("Leads", "1"), await $s.records.get("Leads", "2")], { attempts: 2 });
return run.return("end", ($s) => a);`,
    expected: { output: ["2/0", "2/1"] },
  },
  {
    name: "an attempt in a round is tried again in that round",
    answer: busyUntil(2),
    body: `const out = await run.forEach("loop", ($s) => ({ items: [1, 2] }), async (run, loop) => {
  const a = await run.call("a", ($s) => ({ method: "GET", url: "https://example.org" }), { attempts: 2, waitMs: 5 });
  return ($s) => a;
});
return run.return("end", ($s) => out);`,
    expected: { output: [2, 2] },
    steps: [
      ...["a 0 failed, handled", "a 0 #2 succeeded", "a 1 failed, handled", "a 1 #2 succeeded"],
      ...["loop succeeded", "end succeeded"],
    ],
  },
  {
    name: "every attempt counts as a step",
    limits: { steps: 3 },
    answer: busyUntil(9),
    body: call("{ attempts: 5 }"),
    expected: { code: "STEP_LIMIT", nodeId: "node-a" },
  },
  {
    name: "known steps are not run again, and the new ones follow them",
    known: [KNOWN_TRIGGER, known({ output: { id: "lead" }, statements: 40 })],
    body: `const a = await run.code("a", ($s) => null, ($s) => () => { throw new Error("again"); });
const b = await run.set("b", ($s) => a.id);
return run.return("end", ($s) => [b, Object.isFrozen(a)]);`,
    expected: { output: ["lead", true] },
    steps: ["b succeeded", "end succeeded"],
  },
  {
    name: "a known failure goes down its line again",
    known: [KNOWN_TRIGGER, known({ status: "failed", handled: true, error: { ...busy, nodeId: "node-a" } })],
    body: `const a = await run.attempt(() => run.code("a", ($s) => null, ($s) => () => "again"));
return run.return("end", ($s) => [run.failed(a), a.error.message]);`,
    expected: { output: [true, "busy"] },
    steps: ["end succeeded"],
  },
  {
    name: "a known attempt is followed by the next",
    answer: busyUntil(2),
    known: [KNOWN_TRIGGER, known({ status: "failed", handled: true, error: { ...busy, nodeId: "node-a" } })],
    body: call("{ attempts: 2, waitMs: 1000 }"),
    expected: { output: 2 },
    steps: ["a #2 succeeded", "end succeeded"],
  },
  {
    name: "a known round is passed, and the loop goes on after it",
    known: [
      KNOWN_TRIGGER,
      known({ nodeId: "node-loop", status: "running" }),
      known({ path: "0", ordinal: 2, output: "from before" }),
      known({ path: "1", ordinal: 3, status: "running" }),
    ],
    body: `const out = await run.forEach("loop", ($s) => ({ items: ["x", "y", "z"] }), async (run, loop) => {
  const a = await run.set("a", ($s) => loop.item + Date.now());
  return ($s) => loop.index === 1 ? a : a.length > 9;
});
return run.return("end", ($s) => out);`,
    expected: { output: [true, "y1000", true] },
    steps: ["a 2 succeeded", "a 1 succeeded", "loop succeeded", "end succeeded"],
  },
  {
    name: "a known loop is not run again",
    known: [KNOWN_TRIGGER, known({ nodeId: "node-loop", output: [7] })],
    body: `const out = await run.forEach("loop", ($s) => ({ items: [1, 2] }), async (run, loop) => { await run.set("a", ($s) => 1); });
return run.return("end", ($s) => out);`,
    expected: { output: [7] },
    steps: ["end succeeded"],
  },
  {
    name: "what ended a round before is found again before anything new starts",
    known: [
      KNOWN_TRIGGER,
      known({ nodeId: "node-loop", status: "running" }),
      known({ path: "0", ordinal: 2 }),
      known({ nodeId: "node-b", path: "0", ordinal: 3 }),
      known({ nodeId: "node-c", path: "0", ordinal: 4, output: "went on" }),
    ],
    body: `const out = await run.forEach("loop", ($s) => ({ items: [1] }), async (run, loop) => {
  await run.parallel(
    async () => { await run.set("b", ($s) => 1); await run.set("d", ($s) => 1); },
    async () => { await run.set("a", ($s) => 1); await null; await null; return run.continue("c", ($s) => "again"); },
  );
});
return run.return("end", ($s) => out);`,
    expected: { output: ["went on"] },
    steps: ["loop succeeded", "end succeeded"],
  },
];
