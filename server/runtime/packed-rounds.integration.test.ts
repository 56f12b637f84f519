import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS } from "@/core/execution/limits";
import { readJournal } from "@/server/executions/read-journal";
import { execute } from "@/server/runtime/execute";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const run = (body: string) => execute(test.app, pressed(test.workspaceId, handWritten(body)));

const rowsOf = async (executionId: string) =>
  (
    await test.app.pool.query<{ node_id: string; path: string; status: string; rounds: string | null }>(
      "SELECT * FROM execution_step WHERE execution_id = $1 ORDER BY ordinal",
      [executionId],
    )
  ).rows;

async function stepsOf(executionId: string, nodeId: string) {
  const actor = { workspaceId: test.workspaceId, userId: "nobody", name: "Nobody", role: "administrator" as const };
  const { steps } = await readJournal(test.app, actor, executionId);
  return steps.filter((step) => step.nodeId === nodeId);
}

/** A loop over so many items, with these lines in each round. */
const loop = (rounds: number, lines: string) => `
  const out = await run.forEach("b", ($s) => ({ items: Array.from({ length: ${rounds} }, (_, i) => i) }), async (run, b) => {
    ${lines}
  });`;

const CODE = `const c = await run.code("c", ($s) => ({ n: b.item }), ($s) => ({ n }) => {
  $s.t(); if (n % 100 === 7) { $s.console.log("round " + n); }
  return { n, dice: Math.random() };
});
return ($s) => c.dice;`;

describe("rounds without effects", () => {
  it("are stored many to a row, and read one by one", async () => {
    const { executionId, output, status } = await run(`${loop(500, CODE)} return run.return("d", ($s) => out);`);
    expect(status).toBe("succeeded");
    const rows = await rowsOf(executionId);
    expect(rows.map(({ node_id, path }) => `${node_id} ${path}`.trim())).toEqual([
      ...["node-trigger", "node-b", "node-c 0", "node-d"],
    ]);

    const rounds = await stepsOf(executionId, "node-c");
    expect(rounds.map(({ path }) => path)).toEqual(Array.from({ length: 500 }, (_, at) => String(at)));
    expect(rounds.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: 500 }, (_, at) => at + 2));
    expect(rounds.map((step) => (step.output as { dice: number }).dice)).toEqual(output);
    expect(rounds[207]).toMatchObject({
      ...{ status: "succeeded", handled: false, attempt: 1, error: null, statements: 1 },
      ...{ input: { n: 207 }, output: { n: 207 }, log: [{ level: "info", text: "round 207" }] },
    });
    expect(rounds[208]?.log).toEqual([]);
    expect(rounds.every(({ startedAt, durationMs }) => startedAt > 1e12 && durationMs >= 0)).toBe(true);
  });

  it("count as steps, each of them", async () => {
    const { error, executionId } = await run(loop(LIMITS.stepsPerExecution, `await run.set("c", ($s) => b.item);`));
    expect(error).toMatchObject({ code: "STEP_LIMIT", params: { limit: LIMITS.stepsPerExecution } });
    // The start and the loop are two of them.
    expect(await stepsOf(executionId, "node-c")).toHaveLength(LIMITS.stepsPerExecution - 2);
  });

  it("are stored in several rows when they have much to say", async () => {
    const { executionId } = await run(loop(100, `await run.set("c", ($s) => "x".repeat(10_000) + b.item);`));
    const rows = (await rowsOf(executionId)).filter(({ node_id }) => node_id === "node-c");
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.length).toBeLessThan(6);
    const rounds = await stepsOf(executionId, "node-c");
    expect(rounds.map(({ output }) => String(output).slice(10_000))).toEqual(rounds.map(({ path }) => path));
  });

  it("hold what the database cannot", async () => {
    const { executionId } = await run(loop(2, `await run.set("c", ($s) => "a\\0b\\ud800" + b.item);`));
    expect((await stepsOf(executionId, "node-c")).map(({ output }) => output)).toEqual(["a\0b\ud8000", "a\0b\ud8001"]);
  });
});

describe("a round has a row of its own", () => {
  it("when it failed, also where that was handled", async () => {
    const { executionId } = await run(
      loop(
        20,
        `await run.attempt(() => run.code("c", ($s) => b.item, ($s) => (n) => { if (n === 5) throw new Error("five"); return n; }));`,
      ),
    );
    const rows = (await rowsOf(executionId)).filter(({ node_id }) => node_id === "node-c");
    expect(rows.filter(({ rounds }) => rounds === null)).toMatchObject([{ path: "5", status: "failed" }]);
    expect((await stepsOf(executionId, "node-c")).map(({ status }) => status === "failed")).toEqual(
      Array.from({ length: 20 }, (_, at) => at === 5),
    );
  });

  it("when it did something outside", async () => {
    const { executionId } = await run(
      loop(
        3,
        `await run.set("c", ($s) => b.item);
         await run.createRecord("d", ($s) => ({ module: "Leads", data: { Last_Name: "Ada " + b.item, Company: "Acme" } }));`,
      ),
    );
    const rows = (await rowsOf(executionId)).filter(({ node_id }) => node_id === "node-d");
    expect(rows).toMatchObject([
      { path: "0", rounds: null },
      { path: "1", rounds: null },
      { path: "2", rounds: null },
    ]);
    expect((await stepsOf(executionId, "node-c")).map(({ output }) => output)).toEqual([0, 1, 2]);
  });
});

it("an execution that goes on does not run its packed rounds again", async () => {
  const { version } = await liveAutomation(
    test,
    "Goes on",
    `${loop(50, CODE)}
     await run.wait("a", ($s) => ({ for: "time", ms: 3600000 }));
     return run.return("d", ($s) => out);`,
    { type: "button" },
  );
  const { executionId, status } = await execute(test.app, pressed(test.workspaceId, version));
  expect(status).toBe("waiting");
  const before = await stepsOf(executionId, "node-c");
  await test.app.pool.query("UPDATE wait_ticket SET due_at = due_at - interval '2 hours' WHERE execution_id = $1", [
    executionId,
  ]);
  await test.app.pool.query("UPDATE execution SET wake_at = wake_at - interval '2 hours' WHERE id = $1", [executionId]);
  await Promise.all((await wakeWaiting(test.app)).map(({ finished }) => finished));
  const { rows } = await test.app.pool.query("SELECT status, output FROM execution WHERE id = $1", [executionId]);
  expect(rows).toEqual([
    { status: "succeeded", output: before.map(({ output }) => (output as { dice: number }).dice) },
  ]);
  expect(await stepsOf(executionId, "node-c")).toEqual(before);
});
