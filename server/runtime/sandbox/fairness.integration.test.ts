import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { limitsFor } from "@/core/execution/limits";
import { createSandbox } from "@/server/runtime/sandbox/pool";
import type { Sandbox, SandboxCall } from "@/server/runtime/sandbox/sandbox";
import { handWrittenCall } from "@/tests/fixtures/hand-written-call";

/** Whatever one automation does, the executions of others go on. Times are those of a busy machine. */

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = createSandbox({ childSource: inject("sandboxSource"), size: 2 });
  await sandbox.ready();
});
afterAll(() => sandbox.close());

const HOSTILE_MS = 12_000;
const hostileLimits = { ...limitsFor("button"), activeTimeMs: HOSTILE_MS };

/** Nothing inside can stop it: it ends when its process is killed. */
const endless = () =>
  handWrittenCall(
    `await run.code("a", ($s) => null, ($s) => () => { const l = []; l.length = 4294967295; return l.join(); });`,
    { limits: hostileLimits },
  );
const counted = () =>
  handWrittenCall(`await run.code("a", ($s) => null, ($s) => () => { for (;;) $s.t(); });`, { limits: hostileLimits });
const bomb = () =>
  handWrittenCall(
    `await run.code("a", ($s) => null, ($s) => () => { const l = []; for (;;) l.push("x".repeat(1e6) + l.length); });`,
    { limits: hostileLimits },
  );
const ordinary = () =>
  handWrittenCall(`const a = await run.set("a", ($s) => trigger.email); return run.return("b", ($s) => a);`);

/** Starts calls of one program. */
function startMany(count: number, call: SandboxCall) {
  return Array.from({ length: count }, () => sandbox.run(call));
}

async function runInTurn(count: number, call: SandboxCall): Promise<{ ends: string[]; longestMs: number }> {
  const ends: string[] = [];
  let longestMs = 0;
  for (let at = 0; at < count; at++) {
    const begin = performance.now();
    ends.push((await sandbox.run(call).result).end);
    longestMs = Math.max(longestMs, performance.now() - begin);
  }
  return { ends, longestMs };
}

it("calls that never end keep nobody waiting who is of another automation", { timeout: 60_000 }, async () => {
  const hostile = startMany(50, endless());
  const { ends, longestMs } = await runInTurn(20, ordinary());
  expect(ends).toEqual(Array.from({ length: 20 }, () => "returned"));
  expect(longestMs).toBeLessThan(HOSTILE_MS / 2);
  for (const call of hostile) call.cancel();
  await Promise.all(hostile.map(({ result }) => result));
});

it("memory bombs and loops without end leave ordinary calls unharmed", { timeout: 120_000 }, async () => {
  const hostile = [...startMany(50, bomb()), ...startMany(50, counted())];
  const { ends, longestMs } = await runInTurn(20, ordinary());
  expect(ends).toEqual(Array.from({ length: 20 }, () => "returned"));
  expect(longestMs).toBeLessThan(HOSTILE_MS / 2);
  const results = await Promise.all(hostile.map(({ result }) => result));
  const codes = results.map(({ error }) => error?.code);
  expect(codes.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => "MEMORY_LIMIT"));
  expect(codes.slice(50)).toEqual(Array.from({ length: 50 }, () => "STATEMENT_LIMIT"));
});

it("two hundred calls that wait for an answer hold no process", { timeout: 60_000 }, async () => {
  let asked = 0;
  let allAsked = () => {};
  const asking = new Promise<void>((resolve) => (allAsked = resolve));
  const hanging = startMany(
    200,
    handWrittenCall(`return run.call("a", ($s) => ({ method: "GET", url: "https://example.org" }));`, {
      onEffect: (_effect, signal) => {
        asked += 1;
        if (asked === 200) allAsked();
        return new Promise((resolve) => {
          const error = { code: "CANCELED", params: {}, message: "" } as const;
          signal.addEventListener("abort", () => resolve({ ok: false, error }), { once: true });
        });
      },
    }),
  );
  await asking;
  const { ends } = await runInTurn(20, ordinary());
  expect(ends).toEqual(Array.from({ length: 20 }, () => "returned"));
  for (const call of hanging) call.cancel();
  const results = await Promise.all(hanging.map(({ result }) => result));
  expect(new Set(results.map(({ error }) => error?.code))).toEqual(new Set(["CANCELED"]));
});
