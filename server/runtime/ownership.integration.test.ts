import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { App } from "@/server/app";
import { execute, startExecution } from "@/server/runtime/execute";
import { requestCancel } from "@/server/runtime/request-cancel";
import { RunningExecutions } from "@/server/runtime/running-executions";
import { createSandbox } from "@/server/runtime/sandbox/pool";
import { sweepOrphans } from "@/server/runtime/sweep-orphans";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { type AnsweringService, startAnsweringService } from "@/tests/fixtures/answering-service";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let service: AnsweringService;

beforeAll(async () => {
  service = await startAnsweringService();
  test = await createTestApp({}, { allow: [service.hostPort] });
  await test.app.sandbox.ready();
});
afterAll(async () => {
  await test.close();
  service.close();
});

const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const executionOf = async (id: string) => (await rowsOf("SELECT * FROM execution WHERE id = $1", id))[0];
const post = (step: string, path: string) => service.post(step, path);
const HOUR = 3_600_000;

async function live(body: string) {
  service.called = [];
  const { id, version } = await liveAutomation(test, "Owned", body, { type: "button" });
  return { automationId: id, request: pressed(test.workspaceId, version, { requestId: uuidv7() }) };
}

async function goOn(): Promise<void> {
  const taken = [...(await sweepOrphans(test.app)), ...(await wakeWaiting(test.app))];
  await Promise.all(taken.map(({ finished }) => finished));
}

/** Another process of the same machine, with a sandbox of its own. */
function anotherProcess(): App {
  return { ...test.app, sandbox: createSandbox({ childSource: inject("sandboxSource"), size: 2 }) };
}

describe("an execution that is stopped", () => {
  it("ends as stopped at whatever moment that was, unless it had ended", { timeout: 120_000 }, async () => {
    const body = `
      const a = ${post("a", "one")};
      const b = await run.createRecord("b", ($s) => ({ module: "Leads", data: { Last_Name: "Stopped", Company: "Acme" } }));
      const c = await run.code("c", ($s) => null, ($s) => () => { let n = 0; while (n < 2000) n++; return n; });
      return run.return("d", ($s) => [a, b.Last_Name, c]);`;
    const ends = new Map<string, number>();
    for (let moment = 0; moment < 60; moment++) {
      const { request } = await live(body);
      const { executionId, finished } = await startExecution(test.app, request);
      for (let turn = 0; turn < moment; turn++) await new Promise(setImmediate);
      const isStopped = await requestCancel(test.app, test.workspaceId, executionId);
      const outcome = await finished;
      const row = await executionOf(executionId);
      expect([row.status, row.error?.code ?? null]).toEqual(isStopped ? ["canceled", "CANCELED"] : ["succeeded", null]);
      expect(outcome.status).toBe(row.status);
      ends.set(row.status, (ends.get(row.status) ?? 0) + 1);
    }
    expect(ends.get("canceled")).toBeGreaterThan(0);
  });

  it("never ends well after that, though its last commit was on its way", async () => {
    let stop: () => Promise<unknown> = async () => null;
    const { journal } = test.app;
    const app: App = {
      ...test.app,
      journal: {
        owner: journal.owner,
        writeInside: (tx, write) => journal.writeInside(tx, write),
        write: async (write) => {
          if (write.progress.finishedAt !== null) await stop();
          return journal.write(write);
        },
      },
    };
    const { request } = await live(`return ${post("a", "last")};`);
    const { executionId, finished } = await startExecution(app, request);
    stop = () => requestCancel(test.app, test.workspaceId, executionId);
    expect(await finished).toMatchObject({ status: "canceled", error: { code: "CANCELED" }, output: null });
    expect(await executionOf(executionId)).toMatchObject({
      ...{ status: "canceled", error: { code: "CANCELED" }, output: null },
      outcome: { key: "headline.CANCELED" },
    });
  });

  it("ends within ten seconds inside a call that hangs", async () => {
    const reached = new Promise<void>((resolve) => {
      service.answer = () => resolve();
    });
    const { request } = await live(`return ${post("a", "hangs")};`);
    const { executionId, finished } = await startExecution(test.app, request);
    await reached;
    const since = performance.now();
    await requestCancel(test.app, test.workspaceId, executionId);
    expect(await finished).toMatchObject({ status: "canceled" });
    expect(performance.now() - since).toBeLessThan(10_000);
    service.answer = (_path, end) => end();
  });

  it("is ended when its process was lost before it could", async () => {
    const { request } = await live(`await run.wait("a", ($s) => ({ for: "time", ms: ${HOUR} })); return 1;`);
    const { executionId } = await execute(test.app, request);
    await rowsOf(
      `UPDATE execution SET status = 'running', lease_until = now() - interval '1 second', cancel_requested_at = now()
        WHERE id = $1`,
      executionId,
    );
    await goOn();
    expect(await executionOf(executionId)).toMatchObject({ status: "canceled" });
    expect(await rowsOf("SELECT 1 FROM wait_ticket WHERE execution_id = $1", executionId)).toEqual([]);
  });
});

describe("a process that ends", () => {
  it("hands back what runs at the next node border, and another goes on with it", async () => {
    let release: () => void = () => {};
    const reached = new Promise<void>((resolve) => {
      service.answer = (path, end) => {
        if (path !== "/first") return end();
        release = end;
        resolve();
      };
    });
    const ending = anotherProcess();
    const { request } = await live(`const a = ${post("a", "first")}; const b = ${post("b", "second")}; return [a, b];`);
    const { executionId, finished } = await startExecution(ending, request);
    await reached;
    const drained = RunningExecutions.of(ending).drain(20_000);
    release();
    await drained;
    await ending.sandbox.close();
    expect(await finished).toMatchObject({ executionId, status: "waiting" });
    expect(service.called).toEqual(["/first"]);
    expect(await executionOf(executionId)).toMatchObject({ status: "waiting", lease_owner: null, worker_losses: 0 });
    await goOn();
    expect(await executionOf(executionId)).toMatchObject({ status: "succeeded", output: ["answered", "answered"] });
    expect(service.called).toEqual(["/first", "/second"]);
  });

  it("loses nothing of what it runs under load, and repeats nothing", { timeout: 120_000 }, async () => {
    service.answer = (_path, end) => void setTimeout(end, 20);
    const ending = anotherProcess();
    const started = [];
    for (let number = 0; number < 20; number++) {
      const { version } = await liveAutomation(
        test,
        `Load ${number}`,
        `${post("a", `${number}/a`)}; ${post("b", `${number}/b`)}; ${post("c", `${number}/c`)}; return ${number};`,
        { type: "button" },
      );
      started.push(pressed(test.workspaceId, version, { requestId: uuidv7() }));
    }
    service.called = [];
    const running = await Promise.all(started.map((request) => startExecution(ending, request)));
    while (service.called.length < 15) await new Promise(setImmediate);
    await RunningExecutions.of(ending).drain(20_000);
    await ending.sandbox.close();
    await Promise.all(running.map(({ finished }) => finished));
    const statuses = () =>
      rowsOf(
        "SELECT DISTINCT status FROM execution WHERE id = ANY($1) ORDER BY status",
        running.map((one) => one.executionId),
      );
    expect((await statuses()).map(({ status }) => status)).not.toContain("running");
    await goOn();
    expect(await statuses()).toEqual([{ status: "succeeded" }]);
    expect(service.called.length).toBe(60);
    expect(new Set(service.called).size).toBe(60);
    service.answer = (_path, end) => end();
  });

  it("keeps the waits of what it hands back", async () => {
    const ending = anotherProcess();
    const reached = new Promise<void>((resolve) => {
      service.answer = (_path, end) => {
        resolve();
        setTimeout(end, 50);
      };
    });
    const { request } = await live(`
      await run.parallel(
        async () => { await run.wait("a", ($s) => ({ for: "webhook" })); },
        async () => { ${post("b", "beside")}; ${post("c", "after")}; });
      return 1;`);
    const { executionId, finished } = await startExecution(ending, request);
    await reached;
    await RunningExecutions.of(ending).drain(20_000);
    await ending.sandbox.close();
    expect(await finished).toMatchObject({ status: "waiting" });
    expect(service.called).toEqual(["/beside"]);
    expect(await rowsOf("SELECT answer FROM wait_ticket WHERE execution_id = $1", executionId)).toEqual([
      { answer: null },
    ]);
    service.answer = (_path, end) => end();
    await goOn();
    expect(service.called).toEqual(["/beside", "/after"]);
    expect(await executionOf(executionId)).toMatchObject({ status: "waiting" });
  });
});

describe("an execution that goes on", () => {
  it("runs the version it began with, whatever was published since", async () => {
    const { automationId, request } = await live(
      `await run.wait("a", ($s) => ({ for: "time", ms: ${HOUR} })); return "old";`,
    );
    const { executionId } = await execute(test.app, request);
    const newer = await liveAutomation(test, "Newer", `return "new";`, { type: "button" });
    await rowsOf("UPDATE automation SET live_version_id = $2 WHERE id = $1", automationId, newer.version.id);
    await rowsOf("UPDATE wait_ticket SET due_at = now() WHERE execution_id = $1", executionId);
    await rowsOf("UPDATE execution SET wake_at = now() WHERE id = $1", executionId);
    await goOn();
    expect(await executionOf(executionId)).toMatchObject({ status: "succeeded", output: "old" });
  });

  it("shows times in the zone it began in, whatever was set since", async () => {
    const { request } = await live(`
      await run.wait("a", ($s) => ({ for: "time", ms: ${HOUR} }));
      const b = await run.code("b", ($s) => null, ($s) => () => new Date(0).getHours());
      return b;`);
    await rowsOf("UPDATE workspace SET time_zone = 'Asia/Tokyo' WHERE id = $1", test.workspaceId);
    const app = { ...test.app };
    const { executionId } = await execute(app, request);
    await rowsOf("UPDATE workspace SET time_zone = 'America/New_York' WHERE id = $1", test.workspaceId);
    await rowsOf("UPDATE wait_ticket SET due_at = now() WHERE execution_id = $1", executionId);
    await rowsOf("UPDATE execution SET wake_at = now() WHERE id = $1", executionId);
    await goOn();
    expect(await executionOf(executionId)).toMatchObject({ status: "succeeded", output: 9 });
  });
});
