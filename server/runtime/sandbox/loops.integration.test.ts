import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { limitsFor } from "@/core/execution/limits";
import { createSandbox } from "@/server/runtime/sandbox/pool";
import type { EffectAnswer, Sandbox } from "@/server/runtime/sandbox/sandbox";
import { effectsByHand, handWrittenCall, keepSteps, stepLine } from "@/tests/fixtures/hand-written-call";

let sandbox: Sandbox;

beforeAll(() => {
  sandbox = createSandbox({ childSource: inject("sandboxSource"), size: 1 });
});
afterAll(() => sandbox.close());

const ok = (value: string): EffectAnswer => ({ ok: true, value });
const read = (node: string) => `run.getRecord("${node}", ($s) => ({ module: "Leads", id: "1" }))`;

const readInRounds = (
  items: string,
) => `const out = await run.forEach("loop", ($s) => ({ items: ${items}, atOnce: 3 }), async (run, loop) => {
  const a = await ${read("a")};
  return ($s) => loop.item + a;
});
return run.return("end", ($s) => out);`;

it("three rounds at once keep the items' order, whatever order they end in", async () => {
  const { asked, onEffect, until } = effectsByHand();
  const { result } = sandbox.run(handWrittenCall(readInRounds("['a', 'b', 'c', 'd']"), { onEffect }));
  await until(3);
  expect(asked.map(({ effect }) => effect.path)).toEqual(["0", "1", "2"]);
  asked[2]?.answer(ok("3"));
  await until(4);
  expect(asked[3]?.effect.path).toBe("3");
  asked[3]?.answer(ok("4"));
  asked[1]?.answer(ok("2"));
  asked[0]?.answer(ok("1"));
  expect((await result).output).toEqual(["a1", "b2", "c3", "d4"]);
});

it("a round that fails lets the running ones end, starts none, and fails the loop", async () => {
  const { asked, onEffect, until } = effectsByHand();
  const kept = keepSteps();
  const { result } = sandbox.run(
    handWrittenCall(readInRounds("['a', 'b', 'c', 'd']"), { onEffect, onSteps: kept.onSteps }),
  );
  await until(3);
  asked[1]?.answer({ ok: false, error: { code: "RECORD_NOT_FOUND", params: {}, message: "gone" } });
  asked[0]?.answer(ok("1"));
  asked[2]?.answer(ok("3"));
  const ended = await result;
  expect(ended.error).toMatchObject({ code: "RECORD_NOT_FOUND", nodeId: "node-a", message: "gone" });
  expect(asked).toHaveLength(3);
  expect(kept.all(ended).map(stepLine)).toEqual(["a 1 failed", "a 0 succeeded", "a 2 succeeded", "loop failed"]);
});

it("a loop's step is seen while its rounds run, with how many items there are", async () => {
  const { asked, onEffect, until } = effectsByHand();
  const handedOver: string[] = [];
  const { result } = sandbox.run(
    handWrittenCall(readInRounds("['a', 'b']"), { onEffect, onSteps: (text) => handedOver.push(text) }),
  );
  await until(2);
  expect(JSON.parse(handedOver[0] ?? "[]")).toMatchObject([
    { nodeId: "node-trigger", status: "succeeded" },
    { nodeId: "node-loop", path: "", status: "running", input: { items: 2, atOnce: 2 } },
    { nodeId: "node-a", path: "0", status: "running" },
    { nodeId: "node-a", path: "1", status: "running" },
  ]);
  for (const { answer } of asked) answer(ok("!"));
  expect((await result).output).toEqual(["a!", "b!"]);
});

it("a break awaits the rounds before it, whose values the loop gives", async () => {
  const { asked, onEffect, until } = effectsByHand();
  const { result } = sandbox.run(
    handWrittenCall(
      `const out = await run.forEach("loop", ($s) => ({ items: [0, 1, 2, 3], atOnce: 3 }), async (run, loop) => {
        const a = await ${read("a")};
        if (a === "enough") return run.break("b");
        return ($s) => a;
      });
      return run.return("end", ($s) => out);`,
      { onEffect },
    ),
  );
  await until(3);
  asked[2]?.answer(ok("late"));
  await until(4);
  asked[1]?.answer(ok("enough"));
  asked[3]?.answer(ok("later"));
  asked[0]?.answer(ok("first"));
  expect((await result).output).toEqual(["first"]);
  expect(asked).toHaveLength(4);
});

it("a return beside a wait ends the execution at once, and the host is told that nobody waits any more", async () => {
  const { asked, onEffect, until } = effectsByHand();
  const kept = keepSteps();
  const { result } = sandbox.run(
    handWrittenCall(
      `await run.parallel(
        async () => { await run.wait("b", ($s) => ({ for: "time", ms: 86400000 })); },
        async () => { await ${read("a")}; await run.return("end", ($s) => "done"); },
      );`,
      { onEffect, onSteps: kept.onSteps },
    ),
  );
  await until(2);
  const waiting = asked.find(({ effect }) => effect.kind === "wait");
  asked.find(({ effect }) => effect.kind !== "wait")?.answer(ok("1"));
  const ended = await result;
  expect(ended.output).toBe("done");
  expect(kept.all(ended).map(stepLine)).toEqual(["a succeeded", "end succeeded", "b canceled"]);
  expect(waiting?.signal.aborted).toBe(true);
});

it("a step that waits is seen as waiting", async () => {
  const { asked, onEffect, until } = effectsByHand();
  const handedOver: string[] = [];
  const { result } = sandbox.run(
    handWrittenCall(`await run.wait("a", ($s) => ({ for: "time", ms: 1 }));`, {
      onEffect,
      onSteps: (text) => handedOver.push(text),
    }),
  );
  await until(1);
  expect(JSON.parse(handedOver[0] ?? "[]")[1]).toMatchObject({ nodeId: "node-a", status: "waiting" });
  asked[0]?.answer(ok("now"));
  expect((await result).end).toBe("returned");
});

it("a call that was killed in a round tells every step before, that round's too", async () => {
  const kept = keepSteps();
  const ended = await sandbox.run(
    handWrittenCall(
      `await run.forEach("loop", ($s) => ({ items: [0, 1, 2] }), async (run, loop) => {
        await run.set("a", ($s) => loop.item);
        await run.code("b", ($s) => loop.item, ($s) => (n) => {
          if (n < 2) return n;
          const list = []; list.length = 4294967295; return list.join();
        });
      });`,
      { limits: { ...limitsFor("button"), activeTimeMs: 4_000 }, onSteps: kept.onSteps },
    ),
  ).result;
  expect(ended.error).toMatchObject({ code: "TIME_LIMIT", nodeId: "node-b" });
  expect(kept.all(ended).map(stepLine)).toEqual([
    ...["a 0 succeeded", "a 1 succeeded", "a 2 succeeded", "b 0 succeeded", "b 1 succeeded"],
    ...["loop canceled", "b 2 failed"],
  ]);
});

it("a call that was killed beside a wait tells every step before", async () => {
  let gaveUp = () => {};
  const givenUp = new Promise<void>((resolve) => (gaveUp = resolve));
  const kept = keepSteps();
  const ended = await sandbox.run(
    handWrittenCall(
      `await run.parallel(
        async () => { await run.wait("c", ($s) => ({ for: "time", ms: 86400000 })); },
        async () => {
          await run.getRecord("a", ($s) => ({ module: "Leads", id: "1" }));
          await run.code("b", ($s) => null, ($s) => () => { const list = []; list.length = 4294967295; return list.join(); });
        },
      );`,
      {
        limits: { ...limitsFor("button"), activeTimeMs: 4_000 },
        onSteps: kept.onSteps,
        onEffect: async (effect, signal) => {
          if (effect.kind !== "wait") return ok("1");
          signal.addEventListener("abort", () => gaveUp());
          await givenUp;
          return { ok: false, error: { code: "CANCELED", params: {}, message: "" } };
        },
      },
    ),
  ).result;
  expect(ended.error).toMatchObject({ code: "TIME_LIMIT", nodeId: "node-b" });
  expect(kept.all(ended).map(stepLine).sort()).toEqual(["a succeeded", "b failed", "c canceled"]);
});

it("a thousand rounds of one step are quick", async () => {
  const body = (
    count: number,
  ) => `const out = await run.forEach("loop", ($s) => ({ items: Array.from({ length: ${count} }, (_, i) => i) }), async (run, loop) => {
    const a = await run.set("a", ($s) => loop.item * 2);
    return ($s) => a;
  });
  return run.return("end", ($s) => out.length);`;
  const rounds = handWrittenCall(body(1_000));
  await sandbox.run(rounds).result;
  const took: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    const startedAt = performance.now();
    expect((await sandbox.run(rounds).result).output).toBe(1_000);
    took.push(Math.round(performance.now() - startedAt));
  }
  console.info(`1,000 rounds of one step: ${Math.min(...took)} ms at best, of ${took.join(", ")}`);
});
