import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cancelExecution } from "@/server/executions/cancel-execution";
import { queueExecution } from "@/server/runtime/dispatch/queue-execution";
import { startExecution } from "@/server/runtime/execute";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { createCaller } from "@/tests/fixtures/caller";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const MINUTE = 60_000;
let test: TestApp;
let sink: Server;
let asked: string[] = [];
/** What the service answers to the next calls, 200 once there are no more. */
let answers: number[] = [];

beforeAll(async () => {
  sink = createServer((request, response) => {
    asked.push(request.url ?? "");
    const status = request.url?.startsWith("/shaky") ? (answers.shift() ?? 200) : 200;
    response.writeHead(status, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", () => resolve()));
  test = await createTestApp({}, { allow: [`127.0.0.1:${port()}`] });
});
afterAll(async () => {
  await test.close();
  sink.closeAllConnections();
  sink.close();
});
beforeEach(() => {
  asked = [];
  answers = [];
});

const port = () => (sink.address() as AddressInfo).port;
const call = (step: string, path: string, policy = "{}") =>
  `await run.call("${step}", ($s) => ({ method: "POST", url: "http://127.0.0.1:${port()}/${path}" }), ${policy});`;

async function start(body: string, more: Parameters<typeof pressed>[2] = { awaited: false }) {
  const { version } = await liveAutomation(test, "Second try", body, { type: "button" });
  const { executionId, finished } = await startExecution(test.app, pressed(test.workspaceId, version, more));
  return { executionId, outcome: await finished };
}

/** A quarter of an hour later. */
async function later(executionId: string) {
  await test.app.pool.query("UPDATE execution SET wake_at = now() WHERE id = $1 AND wake_at IS NOT NULL", [
    executionId,
  ]);
  for (const { finished } of await wakeWaiting(test.app)) await finished;
  return rowOf(executionId);
}

const rowOf = async (id: string) => (await test.app.pool.query("SELECT * FROM execution WHERE id = $1", [id])).rows[0];
const stepsOf = async (id: string) =>
  (
    await test.app.pool.query(
      "SELECT node_id, path, attempt, status FROM execution_step WHERE execution_id = $1 ORDER BY ordinal, attempt",
      [id],
    )
  ).rows.map(({ node_id, path, attempt, status }) => `${node_id.slice(5)} ${path}#${attempt} ${status}`);

describe("an execution that nobody waits for", () => {
  it("waits a quarter of an hour after a failure that may pass, then goes on from the failed step", async () => {
    answers = [503];
    const { executionId, outcome } = await start(
      `${call("a", "sound")} ${call("b", "shaky")} ${call("c", "end")} return "done";`,
    );
    expect(outcome).toMatchObject({ status: "waiting", error: { code: "HTTP_STATUS_RETRYABLE", nodeId: "node-b" } });
    const row = await rowOf(executionId);
    expect(row).toMatchObject({ status: "waiting", attempt: 2, finished_at: null, lease_owner: null });
    expect(row.wake_at.getTime() - test.clock.now().getTime()).toBe(15 * MINUTE);

    const { api } = await createCaller(test, "builder");
    const detail = await api.executions.get({ id: executionId });
    expect(detail).toMatchObject({ secondTryAt: row.wake_at, causes: [{ error: { code: "HTTP_STATUS_RETRYABLE" } }] });
    const { items } = await api.executions.list({ filter: { search: executionId } });
    expect(items).toMatchObject([{ status: "waiting", attempt: 2, secondTryAt: row.wake_at }]);
    expect((await api.executions.list({ filter: { status: "attention" } })).items).toEqual([]);

    const ended = await later(executionId);
    expect(ended).toMatchObject({ status: "succeeded", output: "done", error: null, attempt: 2, handled_failures: 0 });
    expect(asked).toEqual(["/sound", "/shaky", "/shaky", "/end"]);
    expect(await stepsOf(executionId)).toEqual([
      "trigger #1 succeeded",
      "a #1 succeeded",
      "b #1 failed",
      "b #2 succeeded",
      "c #1 succeeded",
    ]);
  });

  it("fails for good the second time, and then needs attention with its reason", async () => {
    answers = [503, 502];
    const { executionId } = await start(call("a", "shaky"));
    expect(await later(executionId)).toMatchObject({
      status: "failed",
      attempt: 2,
      error: { status: 502 },
      wake_at: null,
    });
    const { api } = await createCaller(test, "builder");
    expect((await api.executions.get({ id: executionId })).causes).toMatchObject([
      { error: { status: 502 }, step: { attempt: 2 } },
    ]);
    expect((await api.executions.list({ filter: { status: "attention" } })).items[0]).toMatchObject({
      id: executionId,
    });
    expect(await later(executionId)).toMatchObject({ status: "failed" });
    expect(asked).toHaveLength(2);
  });

  it("has as many tries of the step as it had at first", async () => {
    answers = [503, 503, 503];
    const { executionId } = await start(call("a", "shaky", "{ attempts: 2 }"));
    expect(await later(executionId)).toMatchObject({ status: "succeeded" });
    expect(await stepsOf(executionId)).toEqual([
      "trigger #1 succeeded",
      "a #1 failed",
      "a #2 failed",
      "a #3 failed",
      "a #4 succeeded",
    ]);
  });

  it("goes on inside a loop with the round that failed", async () => {
    answers = [200, 503];
    const { executionId } = await start(`
      const a = await run.forEach("a", ($s) => ({ items: [1, 2, 3] }), async (run, a) => {
        ${call("b", "shaky")}
        return ($s) => a.item * 2;
      });
      return a;`);
    expect(await later(executionId)).toMatchObject({ status: "succeeded", output: [2, 4, 6] });
    expect(asked).toHaveLength(4);
    expect(await stepsOf(executionId)).toEqual([
      "trigger #1 succeeded",
      "a #1 succeeded",
      "b 0#1 succeeded",
      "b 1#1 failed",
      "b 1#2 succeeded",
      "b 2#1 succeeded",
    ]);
  });

  it("does not do again what a branch beside the failed one had done, and waits anew where that one waited", async () => {
    answers = [503];
    const wait = `await run.wait("c", ($s) => ({ for: "time", ms: ${60 * MINUTE} }));`;
    const { executionId, outcome } = await start(`
      await run.parallel(
        async () => { ${call("a", "beside")} ${wait} },
        async () => { ${call("b", "shaky")} });
      return "both";`);
    expect(outcome.status).toBe("waiting");
    expect(await later(executionId)).toMatchObject({ status: "waiting", error: null });
    expect(asked.sort()).toEqual(["/beside", "/shaky", "/shaky"]);
    await test.app.pool.query("UPDATE wait_ticket SET due_at = now() WHERE execution_id = $1", [executionId]);
    expect(await later(executionId)).toMatchObject({ status: "succeeded", output: "both" });
    expect(asked).toHaveLength(3);
  });

  it("can be stopped while it waits for its second try", async () => {
    answers = [503];
    const { executionId } = await start(call("a", "shaky"));
    await cancelExecution(test.app, (await createCaller(test, "builder")).actor, { id: executionId });
    expect(await later(executionId)).toMatchObject({ status: "canceled", error: { code: "CANCELED" } });
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["that no second try can help", 400],
    ["of code", null],
  ])("fails at once with a failure %s", async (_what, status) => {
    answers = status === null ? [] : [status];
    const thrown = `await run.code("b", ($s) => null, ($s) => () => { throw new Error("no"); });`;
    expect((await start(status === null ? thrown : call("a", "shaky"))).outcome.status).toBe("failed");
  });
});

it("an execution that somebody waits for, and a test, fail at once", async () => {
  answers = [503, 503];
  expect((await start(call("a", "shaky"), {})).outcome.status).toBe("failed");
  expect((await start(call("a", "shaky"), { awaited: false, mode: "test" })).outcome.status).toBe("failed");
});

it("nobody waits for what comes from the queue", async () => {
  const { version } = await liveAutomation(test, "Queued", "return 1;", { type: "button" });
  const { executionId } = await queueExecution(test.app, pressed(test.workspaceId, version));
  expect(await rowOf(executionId)).toMatchObject({ status: "queued", awaited: false, attempt: 1 });
});
