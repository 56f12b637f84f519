import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "@/server/app";
import { getExecution } from "@/server/executions/get-execution";
import { answerWait } from "@/server/runtime/answer-wait";
import { execute } from "@/server/runtime/execute";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { createCaller } from "@/tests/fixtures/caller";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let service: Server;

beforeAll(async () => {
  service = createServer((_request, response) => {
    response.writeHead(201, { "content-type": "image/png" }).end(Buffer.alloc(2_000, 7));
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", () => resolve()));
  test = await createTestApp({}, { allow: [hostPort()] });
});
afterAll(async () => {
  await test.close();
  service.close();
});

const hostPort = () => `127.0.0.1:${(service.address() as AddressInfo).port}`;
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const executionOf = async (id: string) => (await rowsOf("SELECT * FROM execution WHERE id = $1", id))[0];
const stepsOf = (id: string) =>
  rowsOf("SELECT node_id, status FROM execution_step WHERE execution_id = $1 ORDER BY ordinal", id);

async function run(body: string, options: { app?: App; runsAsId?: string } = {}): Promise<string> {
  const { app = test.app, runsAsId } = options;
  const { version } = await liveAutomation(test, "Caller", body, { type: "button" });
  const outcome = await execute(
    app,
    pressed(test.workspaceId, version, { runsAsId, limits: { activeTimeMs: 60_000 } }),
  );
  expect(outcome).toMatchObject({ status: "waiting" });
  return outcome.executionId;
}

/** Lets time pass for everything that waits. */
async function pass(hours: number): Promise<void> {
  const back = "interval '1 hour' * $1";
  await rowsOf(`UPDATE wait_ticket SET due_at = due_at - ${back}`, hours);
  await rowsOf(`UPDATE execution SET wake_at = wake_at - ${back} WHERE status = 'waiting'`, hours);
  await rowsOf(`UPDATE execution_step SET started_at = started_at - ${back} WHERE status = 'running'`, hours);
}

async function wake(app = test.app): Promise<void> {
  for (let woken = await wakeWaiting(app); woken.length > 0; woken = await wakeWaiting(app))
    await Promise.all(woken.map(({ finished }) => finished));
}

const HOUR = 3_600_000;
const forHours = (hours: number) => `await run.wait("a", ($s) => ({ for: "time", ms: ${HOUR * hours} }));`;
const calls = (name: string, policy = {}) =>
  `await run.automation("a", ($s) => ({ automation: "${name}", arguments: {} }), ${JSON.stringify(policy)})`;

/** The connection breaks, once, at the first statement of this name. */
function breaksAt(statement: string): App {
  let isBroken = false;
  const query = (asked: { name?: string }, ...rest: unknown[]) => {
    if (isBroken || asked.name !== statement) return test.app.pool.query(asked as never, ...(rest as []));
    isBroken = true;
    return Promise.reject(Object.assign(new Error("the connection broke"), { code: "ECONNRESET" }));
  };
  const pool = new Proxy(test.app.pool, {
    get: (target, name) => (name === "query" ? query : Reflect.get(target, name, target)),
  });
  return { ...test.app, pool };
}

describe("a run that waits for an automation it called", () => {
  it.each([
    ["paused", "UPDATE automation SET paused = true WHERE id = $1"],
    ["renamed", "UPDATE automation SET name = 'Something else' WHERE id = $1"],
    ["deleted", "UPDATE automation SET deleted_at = now() WHERE id = $1"],
  ])("gets its answer, though it was %s meanwhile", async (change, sql) => {
    const { id } = await liveAutomation(test, `Slow, ${change}`, `${forHours(1)} return "slow";`);
    const executionId = await run(`return ${calls(`Slow, ${change}`)};`);
    await rowsOf(sql, id);
    await pass(2);
    await wake();
    expect(await executionOf(executionId)).toMatchObject({ status: "succeeded", output: "slow" });
    expect(await rowsOf("SELECT 1 FROM execution WHERE cause_execution_id = $1", executionId)).toHaveLength(1);
  });

  it("gets its answer, though the person it runs as has left meanwhile", async () => {
    const { actor } = await createCaller(test, "builder");
    await liveAutomation(test, "Slow for somebody", `${forHours(1)} return "slow";`);
    const executionId = await run(`return ${calls("Slow for somebody")};`, { runsAsId: actor.userId ?? "" });
    await rowsOf("DELETE FROM membership WHERE user_id = $1", actor.userId);
    await pass(2);
    await wake();
    expect(await executionOf(executionId)).toMatchObject({ status: "succeeded", output: "slow" });
  });

  it("counts each call once, however often it goes on", async () => {
    await liveAutomation(test, "One of many", `${forHours(1)} return 1;`);
    const executionId = await run(`
      const a = await run.forEach("b", ($s) => ({ items: Array.from({ length: 40 }), atOnce: 40 }),
        async (run) => { const one = ${calls("One of many")}; return ($s) => one; });
      return a.length;`);
    await pass(2);
    await wake();
    expect(await executionOf(executionId)).toMatchObject({ status: "succeeded", output: 40 });
  });

  it("wakes when the step's time is over, and stops the one it called", async () => {
    await liveAutomation(test, "Much too slow", `${forHours(9)} return 1;`);
    const executionId = await run(`return ${calls("Much too slow", { timeLimitMs: HOUR })};`);
    const { wake_at: wakeAt } = await executionOf(executionId);
    expect(wakeAt.getTime() - Date.now()).toBeLessThanOrEqual(HOUR);
    await pass(2);
    await wake();
    expect(await executionOf(executionId)).toMatchObject({
      status: "failed",
      error: { code: "STEP_TIME_LIMIT", params: { seconds: 3_600 } },
    });
    expect(await rowsOf("SELECT status FROM execution WHERE cause_execution_id = $1", executionId)).toEqual([
      { status: "canceled" },
    ]);
  });
});

describe("a run that waits for an approval", () => {
  it("goes on with the answer of somebody who has left since", async () => {
    const { actor } = await createCaller(test, "member");
    const person = await test.app.db.user.findUniqueOrThrow({ where: { id: actor.userId ?? "" } });
    const asks = { for: "approval", question: "Sure?", of: person.email };
    const executionId = await run(`return await run.wait("a", ($s) => (${JSON.stringify(asks)}));`);
    const ticket = { where: "execution_id = $1", values: [executionId] };
    expect(await answerWait(test.app, ticket, { decision: "approved" })).toBe(true);
    await rowsOf("DELETE FROM membership WHERE user_id = $1", actor.userId);
    await wake();
    expect(await executionOf(executionId)).toMatchObject({ status: "succeeded", output: { decision: "approved" } });
  });
});

describe("a run that waits, while the database is away for a moment", () => {
  it("is put back when it cannot be read, and woken again", async () => {
    const executionId = await run(`${forHours(1)} return "awake";`);
    await pass(2);
    const woken = await wakeWaiting(breaksAt("known-steps"));
    await Promise.all(woken.map(({ finished }) => finished));
    const row = await executionOf(executionId);
    expect(row).toMatchObject({ status: "waiting", lease_owner: null, lease_until: null, finished_at: null });
    expect(row.wake_at.getTime()).toBeGreaterThan(Date.now());
    await pass(1);
    await wake();
    expect(await executionOf(executionId)).toMatchObject({ status: "succeeded", output: "awake" });
  });

  it("is put away all the same", async () => {
    let failures = 2;
    const { journal } = test.app;
    const app: App = {
      ...test.app,
      journal: {
        owner: journal.owner,
        writeInside: (tx, write) => journal.writeInside(tx, write),
        write: async (write) => {
          if (write.progress.status === "waiting" && failures-- > 0)
            throw Object.assign(new Error("terminating connection"), { code: "57P01" });
          return journal.write(write);
        },
      },
    };
    const executionId = await run(`${forHours(1)} return "awake";`, { app });
    expect(failures).toBe(-1);
    await pass(2);
    await wake();
    expect(await executionOf(executionId)).toMatchObject({ status: "succeeded", output: "awake" });
  });
});

describe("a run that waits for a version that is gone", () => {
  it("ends, with nothing of it left open, and whoever looks at it hears so", async () => {
    const executionId = await run(`await run.wait("a", ($s) => ({ for: "webhook", deadlineMs: ${HOUR} })); return 1;`);
    const { version_id: versionId } = await executionOf(executionId);
    await rowsOf("DELETE FROM automation_version WHERE id = $1", versionId);
    let isTold: () => void = () => {};
    const told = new Promise<void>((resolve) => {
      isTold = resolve;
    });
    const unsubscribe = test.app.changes.subscribe(({ id }) => id === executionId && isTold());
    await pass(2);
    // Another process, which has not kept the version.
    await wake({ ...test.app });
    await told;
    unsubscribe();
    expect(await executionOf(executionId)).toMatchObject({
      ...{ status: "failed", error: { code: "REPLAY_DIFFERS" }, outcome: { key: expect.any(String) } },
      lease_owner: null,
    });
    expect(await stepsOf(executionId)).toMatchObject([{ status: "succeeded" }, { status: "canceled" }]);
    expect(await rowsOf("SELECT 1 FROM wait_ticket WHERE execution_id = $1", executionId)).toEqual([]);
    expect(await rowsOf("SELECT status FROM execution_effect WHERE execution_id = $1", executionId)).toEqual([
      { status: "failed" },
    ]);
  });
});

describe("a call that was answered with a file that cannot be stored", () => {
  it("fails, and is shown as done", async () => {
    await rowsOf("ALTER TABLE stored_file ADD CONSTRAINT no_room CHECK (false) NOT VALID");
    const body = `return await run.call("a", ($s) => ({ method: "POST", url: "http://${hostPort()}/" }));`;
    const { version } = await liveAutomation(test, "Files", body, { type: "button" });
    const outcome = await execute(test.app, pressed(test.workspaceId, version));
    expect(outcome).toMatchObject({ status: "failed", error: { code: "INTERNAL" } });
    const { actor } = await createCaller(test, "builder");
    const { effects, summary } = await getExecution(test.app, actor, { id: outcome.executionId });
    expect(effects).toMatchObject([{ status: "failed", result: { status: 201, body: null } }]);
    expect(summary).toMatchObject([{ kind: "call", state: "done" }]);
  });
});
