import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createApp, type OpenApp } from "@/server/create-app";
import { execute } from "@/server/runtime/execute";
import { requestCancel } from "@/server/runtime/request-cancel";
import { sweepOrphans } from "@/server/runtime/sweep-orphans";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let sink: Server;
const sunk: string[] = [];

beforeAll(async () => {
  sink = createServer((request, response) => {
    sunk.push(request.url ?? "");
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", () => resolve()));
  test = await createTestApp({}, { allow: [hostPort()] });
});
afterAll(async () => {
  await test.close();
  sink.closeAllConnections();
  sink.close();
});

const hostPort = () => `127.0.0.1:${(sink.address() as AddressInfo).port}`;
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;

async function run(body: string) {
  const { version } = await liveAutomation(test, "Waiting", body, { type: "button" });
  return execute(test.app, pressed(test.workspaceId, version));
}

/** Lets time pass for an execution that waits. */
async function pass(executionId: string, hours: number): Promise<void> {
  const back = "interval '1 hour' * $2";
  await rowsOf(`UPDATE wait_ticket SET due_at = due_at - ${back} WHERE execution_id = $1`, executionId, hours);
  await rowsOf(`UPDATE execution SET wake_at = wake_at - ${back} WHERE id = $1`, executionId, hours);
}

/** Wakes what is due, in this process or another, and waits for it. */
async function wake(app = test.app): Promise<number> {
  const woken = await wakeWaiting(app);
  await Promise.all(woken.map(({ finished }) => finished));
  return woken.length;
}

const executionOf = async (id: string) => (await rowsOf("SELECT * FROM execution WHERE id = $1", id))[0];
const stepsOf = (id: string) =>
  rowsOf("SELECT node_id, status FROM execution_step WHERE execution_id = $1 ORDER BY ordinal", id);

const HOUR = 3_600_000;
const forHour = (step: string, hours = 1) =>
  `await run.wait("${step}", ($s) => ({ for: "time", ms: ${HOUR * hours} }));`;
const call = (step: string, path: string) =>
  `await run.call("${step}", ($s) => ({ method: "POST", url: "http://${hostPort()}/${path}" }));`;
const lead = (step: string, name: string) =>
  `await run.createRecord("${step}", ($s) => ({ module: "Leads", data: { Last_Name: "${name}", Company: "Acme" } }));`;

describe("an execution of which every branch waits", () => {
  it("is put away: waiting, without an owner, its step waiting, until the first of its waits is over", async () => {
    const outcome = await run(`${forHour("a")} return run.return("b", ($s) => "awake");`);
    expect(outcome).toMatchObject({ status: "waiting", output: null, error: null });
    const row = await executionOf(outcome.executionId);
    expect(row).toMatchObject({ status: "waiting", lease_owner: null, lease_until: null, finished_at: null });
    expect(row.wake_at.getTime() - Date.now()).toBeGreaterThan(HOUR - 60_000);
    expect(await stepsOf(outcome.executionId)).toEqual([
      { node_id: "node-trigger", status: "succeeded" },
      { node_id: "node-a", status: "waiting" },
    ]);
    expect(await wake()).toBe(0);
    expect(await sweepOrphans(test.app)).toEqual([]);

    await pass(outcome.executionId, 2);
    expect(await wake()).toBe(1);
    expect(await executionOf(outcome.executionId)).toMatchObject({ status: "succeeded", output: "awake", fence: "2" });
    expect(await stepsOf(outcome.executionId)).toMatchObject([{}, { status: "succeeded" }, { status: "succeeded" }]);
  });

  it("survives a restart, and what was done before the wait is not done again", async () => {
    const before = await run(`
      const a = ${lead("a", "Once")}
      ${call("b", "before")}
      ${forHour("c")}
      const d = ${call("d", "after")}
      return a.Last_Name;`);
    expect(before.status).toBe("waiting");
    const other = await anotherProcess();
    try {
      await pass(before.executionId, 2);
      expect(await wake(other.app)).toBe(1);
    } finally {
      await other.close();
    }
    expect(await executionOf(before.executionId)).toMatchObject({ status: "succeeded", output: "Once" });
    expect(sunk.splice(0)).toEqual(["/before", "/after"]);
    expect(await rowsOf("SELECT 1 FROM crm_record WHERE data->>'Last_Name' = 'Once'")).toHaveLength(1);
  });

  it("is claimed by one process alone", async () => {
    const { executionId } = await run(`${forHour("a")} ${call("b", "claimed")} return 1;`);
    const other = await anotherProcess();
    try {
      await pass(executionId, 2);
      const woken = await Promise.all([wake(), wake(other.app), wake(), wake(other.app)]);
      expect(woken.reduce((sum, count) => sum + count)).toBe(1);
    } finally {
      await other.close();
    }
    expect(sunk.splice(0)).toEqual(["/claimed"]);
  });

  it("counts active time alone", async () => {
    const { executionId } = await run(`${forHour("a")} return 1;`);
    test.clock.advance(5 * HOUR);
    await pass(executionId, 6);
    await wake();
    const row = await executionOf(executionId);
    expect(row.status).toBe("succeeded");
    expect(row.active_ms).toBeLessThan(60_000);
  });

  it("waits again, and again, with randomness and earlier steps as they were", async () => {
    const { executionId } = await run(`
      const a = await run.code("a", ($s) => null, ($s) => () => Math.random());
      ${forHour("b")} ${forHour("c")}
      const d = await run.code("d", ($s) => a, ($s) => (given) => given);
      return [a === d, d];`);
    const [{ output: first }] = await rowsOf(
      "SELECT output FROM execution_step WHERE execution_id = $1 AND node_id = 'node-a'",
      executionId,
    );
    for (const status of ["waiting", "succeeded"]) {
      await pass(executionId, 2);
      expect(await wake()).toBe(1);
      expect(await executionOf(executionId)).toMatchObject({ status });
    }
    expect((await executionOf(executionId)).output).toEqual([true, first]);
  });

  it("ends at once when a person stops it", async () => {
    const { executionId } = await run(`${forHour("a")} return 1;`);
    await requestCancel(test.app, test.workspaceId, executionId);
    expect(await executionOf(executionId)).toMatchObject({ status: "canceled", error: { code: "CANCELED" } });
    expect(await stepsOf(executionId)).toMatchObject([{}, { status: "canceled" }]);
    await pass(executionId, 2);
    expect(await wake()).toBe(0);
  });
});

describe("a branch beside one that waits", () => {
  it("goes on, and the execution is put away after it", async () => {
    const outcome = await run(`
      await run.parallel(
        async () => { ${forHour("a")} },
        async () => { ${call("b", "beside")} ${call("c", "beside-too")} });
      return "both";`);
    expect(outcome.status).toBe("waiting");
    expect(sunk.splice(0)).toEqual(["/beside", "/beside-too"]);
    expect(await stepsOf(outcome.executionId)).toMatchObject([
      {},
      { status: "waiting" },
      { status: "succeeded" },
      { status: "succeeded" },
    ]);
    await pass(outcome.executionId, 2);
    await wake();
    expect(await executionOf(outcome.executionId)).toMatchObject({ status: "succeeded", output: "both" });
    expect(sunk).toEqual([]);
  });

  it("that waits longer is put away again after the first has woken", async () => {
    const { executionId } = await run(`
      await run.parallel(
        async () => { ${forHour("a", 1)} ${call("b", "first")} },
        async () => { ${forHour("c", 5)} ${call("d", "second")} });
      return 1;`);
    await pass(executionId, 2);
    await wake();
    expect(await executionOf(executionId)).toMatchObject({ status: "waiting" });
    expect(sunk.splice(0)).toEqual(["/first"]);
    await pass(executionId, 5);
    await wake();
    expect(await executionOf(executionId)).toMatchObject({ status: "succeeded" });
    expect(sunk.splice(0)).toEqual(["/second"]);
  });
});

describe("a wait inside a loop", () => {
  it("is one for each round, and rounds that are done are not run again", async () => {
    const { executionId } = await run(`
      const a = await run.forEach("a", ($s) => ({ items: ["x", "y"] }), async (run, a) => {
        await run.call("b", ($s) => ({ method: "POST", url: "http://${hostPort()}/" + a.item }));
        await run.wait("c", ($s) => ({ for: "time", ms: ${HOUR} }));
        return ($s) => a.item + "!";
      });
      return a;`);
    for (const status of ["waiting", "succeeded"]) {
      await pass(executionId, 2);
      await wake();
      expect(await executionOf(executionId)).toMatchObject({ status });
    }
    expect((await executionOf(executionId)).output).toEqual(["x!", "y!"]);
    expect(sunk.splice(0)).toEqual(["/x", "/y"]);
  });
});

describe("a short wait", () => {
  it("is waited for in place", async () => {
    const outcome = await run(`const a = await run.wait("a", ($s) => ({ for: "time", ms: 20 })); return typeof a.at;`);
    expect(outcome).toMatchObject({ status: "succeeded", output: "string" });
  });

  it.each([
    [{ for: "time", ms: -1 }, "ms"],
    [{ for: "time", ms: 1e12 }, "ms"],
    [{ for: "date", date: "soon" }, "date"],
    [{ for: "approval", question: "" }, "question"],
    [{ for: "approval", question: "Sure?", of: "stranger@example.org" }, "of"],
    [{ for: "approval", question: "Su\0re?" }, "text"],
    [{ for: "approval", question: "Sure?", of: ["ada\0@example.org"] }, "text"],
  ])("that makes no sense is refused: %j", async (request, reason) => {
    const outcome = await run(`await run.wait("a", ($s) => (${JSON.stringify(request)}));`);
    expect(outcome.error).toMatchObject({ code: "WAIT_INVALID", params: { reason }, nodeId: "node-a" });
  });
});

describe("a step that runs an automation that waits", () => {
  it("waits with it, and goes on with its answer", async () => {
    const { actor } = await (await import("@/tests/fixtures/caller")).createCaller(test, "builder");
    await liveAutomation(test, "Slow", `${forHour("a")} return "slow";`, { ownerId: actor.userId ?? "" });
    const outcome = await run(`return await run.automation("a", ($s) => ({ automation: "Slow", arguments: {} }));`);
    expect(outcome.status).toBe("waiting");
    const [nested] = await rowsOf("SELECT id FROM execution WHERE cause_execution_id = $1", outcome.executionId);
    await pass(nested.id, 2);
    expect(await wake()).toBe(1);
    expect(await wake()).toBe(1);
    expect(await executionOf(outcome.executionId)).toMatchObject({ status: "succeeded", output: "slow" });
    expect(await rowsOf("SELECT 1 FROM execution WHERE cause_execution_id = $1", outcome.executionId)).toHaveLength(1);
  });
});

/** A second process on the same database. */
function anotherProcess(): Promise<OpenApp> {
  return createApp({
    env: test.app.env,
    log: pino({ level: "silent" }),
    databaseUrl: test.databaseUrl,
    sandboxSource: inject("sandboxSource"),
    typecheckSource: inject("typecheckSource"),
    clock: test.clock,
    allow: [hostPort()],
  });
}
