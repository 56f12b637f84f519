import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { limitsFor } from "@/core/execution/limits";
import { LIBRARY_DECLARATIONS } from "@/core/library/declarations";
import { readLibrary } from "@/core/library/entries";
import { createIntl } from "@/core/library/intl";
import { createLibrary } from "@/core/library/library";
import type { Json } from "@/core/values/json";
import { CONFORMANCE_CASES } from "@/server/runtime/sandbox/conformance.cases";
import { createSandbox } from "@/server/runtime/sandbox/pool";
import type { EffectAnswer, Sandbox, SandboxCall, SandboxResult } from "@/server/runtime/sandbox/sandbox";
import { effectsByHand, handWrittenCall, keepSteps, stepLine } from "@/tests/fixtures/hand-written-call";

let sandbox: Sandbox;

beforeAll(() => {
  // One process, so that whatever a case does to it would hit the next one.
  sandbox = createSandbox({ childSource: inject("sandboxSource"), size: 1 });
});
afterAll(() => sandbox.close());

const run = (body: string, more?: Partial<SandboxCall>): Promise<SandboxResult> =>
  sandbox.run(handWrittenCall(body, more)).result;

const steps = (result: SandboxResult) =>
  JSON.parse(result.steps) as { nodeId: string; status: string; output: Json; error: Json }[];

describe.each(Object.entries(CONFORMANCE_CASES))("%s", (_kind, cases) => {
  it.each(cases)("$name", async ({ body, limits, expected, answer, known, variables, steps: lines }) => {
    const kept = keepSteps();
    const result = await run(body, {
      limits: { ...limitsFor("button"), ...limits },
      ...(answer ? { onEffect: async (effect) => answer(effect) } : {}),
      ...{ known, variables, onSteps: kept.onSteps },
    });

    if ("output" in expected) {
      expect(result).toMatchObject({ end: "returned", output: expected.output, error: null });
    } else {
      const { code, nodeId, line, message } = expected;
      expect(result).toMatchObject({ end: "failed", error: { code } });
      if (nodeId !== undefined) expect(result.error?.nodeId).toBe(nodeId);
      if (line !== undefined) expect(result.error?.lines?.[0]).toBe(line);
      if (message !== undefined) expect(result.error?.message).toBe(message);
    }
    if (lines) expect(kept.all(result).map(stepLine)).toEqual(lines);
    // Whatever it was, the next call works.
    expect(await sandbox.ready()).toBe(true);
  });
});

describe("calls of one program", () => {
  it("see nothing of each other, and the same seed gives the same numbers", async () => {
    const call = handWrittenCall(`const a = await run.code("a", ($s) => null, ($s) => () => {
      const list = kept; list.push(Math.random()); return list;
    });
    return run.return("b", ($s) => a);`);
    call.program.javascript = `(() => { const kept = []; return ${call.program.javascript}; })()`;

    const first = await sandbox.run(call).result;
    const second = await sandbox.run(call).result;
    const other = await sandbox.run({ ...call, seed: "2" }).result;

    expect(first.output).toHaveLength(1);
    expect(second.output).toEqual(first.output);
    expect(other.output).not.toEqual(first.output);
  });

  it("go on after one of them was killed", async () => {
    const stuck = run(
      `await run.code("a", ($s) => null, ($s) => () => { const l = []; l.length = 4294967295; l.join(); });`,
      {
        limits: { ...limitsFor("button"), activeTimeMs: 200 },
      },
    );
    const waiting = await Promise.all(Array.from({ length: 5 }, () => run(`return run.return("a", ($s) => "fine");`)));
    expect(waiting.map(({ output }) => output)).toEqual(Array.from({ length: 5 }, () => "fine"));
    expect((await stuck).error).toMatchObject({ code: "TIME_LIMIT", nodeId: "node-a" });
  });
});

describe("the standard library", () => {
  const groups = readLibrary(LIBRARY_DECLARATIONS);

  it.each(groups.map(({ group }) => group))("gives in a world what it gives in Node: %s", async (group) => {
    const library = createLibrary(createIntl("Europe/Paris"));
    const calls = groups.flatMap(({ entries }) =>
      entries.filter((entry) => entry.group === group && entry.name !== "today"),
    );
    const list = `[${calls.map(({ example }) => example.call).join(",\n")}]`;
    const inNode = new Function(...Object.keys(library), `return ${list}`)(...Object.values(library));

    const result = await run(`return run.return("a", ($s) => ${list});`);

    expect(result.error).toBeNull();
    expect(result.output).toEqual(JSON.parse(JSON.stringify(inNode)));
  });

  it("is there in a world that was put back, thrown away and made anew", async () => {
    const call = handWrittenCall(`const a = await run.code("a", ($s) => trigger, ($s) => ({ grow }) => {
      const kept = []; for (let index = 0; index < grow; index++) kept.push(index);
      return dates.format("2026-03-14", "EEEE", { locale: "fr" });
    });
    return run.return("b", ($s) => a);`);
    const outputs: unknown[] = [];
    for (const grow of [0, 0, 1_000_000, 0]) {
      outputs.push((await sandbox.run({ ...call, payload: { grow } }).result).output);
    }
    expect(outputs).toEqual(["samedi", "samedi", "samedi", "samedi"]);
  });

  it("goes on in a call that was put away", async () => {
    let answer = (_: EffectAnswer) => {};
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const { result } = sandbox.run(
      handWrittenCall(
        `const a = await run.code("a", ($s) => null, ($s) => async () => {
          const before = money.format(1234.5, "EUR", "de");
          const record = await $s.records.get("Leads", "1");
          return [before, money.format(record.amount, "EUR", "de"), dates.inZone("2026-07-14T00:00:00Z").hour];
        });
        return run.return("b", ($s) => a);`,
        {
          onEffect: () =>
            new Promise((resolve) => {
              answer = resolve;
              asked();
            }),
        },
      ),
    );
    await isAsked;
    const other = await run(`return run.return("a", ($s) => money.format(1, "USD"));`);
    answer({ ok: true, value: { amount: 1 } });

    expect(other.output).toBe("$1.00");
    expect((await result).output).toEqual(["1.234,50\u00a0€", "1,00\u00a0€", 2]);
  });
});

describe("a call whose process had to be killed", () => {
  it("still tells every step before, and does no effect twice", async () => {
    const effects: string[] = [];
    const handedOver: string[] = [];
    const result = await run(
      `const a = await run.set("a", ($s) => 1);
      const b = await run.createRecord("b", ($s) => ({ module: "Leads", data: { a } }));
      const c = await run.set("c", ($s) => b.id);
      await run.code("d", ($s) => null, ($s) => () => { const list = []; list.length = 4294967295; return list.join(); });`,
      {
        limits: { ...limitsFor("button"), activeTimeMs: 2_000 },
        onEffect: async ({ nodeId }) => {
          effects.push(nodeId);
          return { ok: true, value: { id: "lead" } };
        },
        onSteps: (text) => handedOver.push(text),
      },
    );
    expect(result.error).toMatchObject({ code: "TIME_LIMIT", nodeId: "node-d" });
    expect(effects).toEqual(["node-b"]);
    expect(handedOver).toHaveLength(1);
    expect(steps(result)).toMatchObject([
      { nodeId: "node-b", status: "succeeded", output: { id: "lead" } },
      { nodeId: "node-c", status: "succeeded", output: "lead" },
      { nodeId: "node-d", status: "failed", error: { code: "TIME_LIMIT" } },
    ]);
  });
});

describe("effects", () => {
  it("reach the code of a step in the order of its calls, whatever order they are answered in", async () => {
    const { asked, onEffect, until } = effectsByHand();
    const { result } = sandbox.run(
      handWrittenCall(
        `const a = await run.code("a", ($s) => null, ($s) => async () => {
          const order = [];
          await Promise.all(["1", "2"].map((id) => $s.records.get("Leads", id).then(() => order.push(id))));
          return order;
        });
        return run.return("b", ($s) => a);`,
        { onEffect },
      ),
    );
    await until(2);
    expect(asked.map(({ effect }) => effect.ordinal)).toEqual([0, 1]);
    asked[1]?.answer({ ok: true, value: null });
    asked[0]?.answer({ ok: true, value: null });
    expect((await result).output).toEqual(["1", "2"]);
  });

  it("let the process run other calls while they are waited for", async () => {
    const { asked, onEffect, until } = effectsByHand();
    const { result } = sandbox.run(
      handWrittenCall(
        `const a = await run.code("a", ($s) => null, ($s) => async () => {
          const kept = Array.from({ length: 200000 }, (_, index) => index);
          const record = await $s.records.get("Leads", "1");
          return [kept.length, kept[199999], record.id, Math.random() < 1];
        });
        return run.return("b", ($s) => a);`,
        { onEffect },
      ),
    );
    await until(1);
    const meanwhile = await Promise.all([1, 2, 3].map((number) => run(`return run.return("a", ($s) => ${number});`)));
    expect(meanwhile.map(({ output }) => output)).toEqual([1, 2, 3]);
    asked[0]?.answer({ ok: true, value: { id: "lead" } });
    expect((await result).output).toEqual([200000, 199999, "lead", true]);
  });

  it("in flight when a branch ends the execution are awaited, and its step is kept", async () => {
    const { asked, onEffect, until } = effectsByHand();
    const { result } = sandbox.run(
      handWrittenCall(
        `await run.parallel(
          async () => { await run.set("c", ($s) => 1); await run.return("a", ($s) => "first"); },
          async () => { await run.getRecord("b", ($s) => ({ module: "Leads", id: "1" })); await run.set("d", ($s) => 1); },
        );`,
        { onEffect },
      ),
    );
    await until(1);
    asked[0]?.answer({ ok: true, value: { id: "1" } });
    const ended = await result;
    expect(ended.output).toBe("first");
    expect(steps(ended).find(({ nodeId }) => nodeId === "node-b")).toMatchObject({ status: "succeeded" });
    expect(steps(ended).some(({ nodeId }) => nodeId === "node-d")).toBe(false);
  });

  it("are caught by code like any error, with what the host said", async () => {
    const error = {
      code: "HTTP_STATUS",
      params: {},
      message: "not valid",
      status: 400,
      body: { field: "email" },
    } as const;
    const result = await run(
      `const a = await run.code("a", ($s) => null, ($s) => async () => {
        try { await $s.http.post("https://example.org", {}); } catch (error) { return [error.code, error.status, error.body.field, error.message]; }
      });
      return run.return("b", ($s) => a);`,
      { onEffect: async () => ({ ok: false, error }) },
    );
    expect(result.output).toEqual(["HTTP_STATUS", 400, "email", "not valid"]);
  });

  it("that code does not catch fail the step where it asked for them", async () => {
    const error = { code: "HTTP_STATUS", params: {}, message: "not valid", status: 400 } as const;
    const result = await run(
      `await run.code("a", ($s) => null, ($s) => async () => {

        await $s.http.post("https://example.org", {});
      });`,
      { onEffect: async () => ({ ok: false, error }) },
    );
    expect(result.error).toMatchObject({ code: "HTTP_STATUS", nodeId: "node-a", status: 400 });
    expect(result.error?.lines).toContain(4);
  });

  it("end with the time limit when nobody answers, and the host is told to stop", async () => {
    const { asked, onEffect, until } = effectsByHand();
    const { result } = sandbox.run(
      handWrittenCall(`await run.getRecord("a", ($s) => ({ module: "Leads", id: "1" }));`, {
        onEffect,
        limits: { ...limitsFor("button"), activeTimeMs: 200 },
      }),
    );
    await until(1);
    asked[0]?.signal.addEventListener("abort", () =>
      asked[0]?.answer({ ok: false, error: { code: "CANCELED", params: {}, message: "" } }),
    );
    expect((await result).error).toMatchObject({ code: "TIME_LIMIT", nodeId: "node-a" });
  });
});

describe("cancel", () => {
  const CANCELED = { end: "failed", error: { code: "CANCELED" } };

  it("ends a call that waits, with its step canceled", async () => {
    let asked = () => {};
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    const call = sandbox.run(
      handWrittenCall(`await run.getRecord("a", ($s) => ({ module: "Leads", id: "1" }));`, {
        onEffect: (_effect, signal) =>
          new Promise((answer) => {
            asked();
            signal.addEventListener("abort", () =>
              answer({ ok: false, error: { code: "CANCELED", params: {}, message: "" } }),
            );
          }),
      }),
    );
    await isAsked;
    call.cancel();
    const result = await call.result;
    expect(result).toMatchObject(CANCELED);
    expect(steps(result)).toMatchObject([{ nodeId: "node-a", status: "canceled" }]);
  });

  it("ends a call that computes", async () => {
    const call = sandbox.run(handWrittenCall(`await run.set("a", ($s) => { for (;;); });`));
    call.cancel();
    expect(await call.result).toMatchObject(CANCELED);
  });

  it("ends a call that never began", async () => {
    const before = run(`await run.set("a", ($s) => { for (let i = 0; i < 3000000; i++); });`);
    const call = sandbox.run(handWrittenCall(`return run.return("a", ($s) => 1);`));
    call.cancel();
    expect(await call.result).toMatchObject(CANCELED);
    expect((await before).end).toBe("returned");
  });
});
