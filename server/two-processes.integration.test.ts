import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpServer } from "@/server/api/http/http-server";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { revokeApiKey } from "@/server/api-keys/revoke-api-key";
import { setPaused } from "@/server/automations/set-paused";
import type { OpenApp } from "@/server/create-app";
import { awaitExecution } from "@/server/runtime/await-execution";
import { queueExecution } from "@/server/runtime/dispatch/queue-execution";
import { RunningExecutions } from "@/server/runtime/running-executions";
import { announceStop } from "@/server/runtime/stop-signal";
import { startWaker } from "@/server/runtime/waker";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createSecondApp } from "@/tests/fixtures/second-app";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let one: TestApp;
let two: OpenApp;
let server: FastifyInstance;
let builder: Caller;
const KEY = "a-key-for-scripts-of-the-tests";
const service = createServer();
const serviceHost = () => `127.0.0.1:${(service.address() as AddressInfo).port}`;

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  one = await createTestApp({ MILLRACE_API_KEY: KEY });
  two = await createSecondApp(one, { allow: [serviceHost()] });
  server = createHttpServer(two.app, { probes: {}, pages: null, signal: new AbortController().signal });
  builder = await createCaller(one, "builder");
});
afterAll(async () => {
  await server.close();
  await two.close();
  await one.close();
  service.close();
});

const greets = () => liveAutomation(one, "Greets", `return run.return("a", ($s) => "hello");`, { type: "api" });
/** Calls the other process, which keeps what it read. */
const statusOfCall = async (key: string) => {
  const { statusCode } = await server.inject({
    ...{ method: "POST", url: "/api/v1/functions/greets/execute", payload: "{}" },
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
  });
  return statusCode;
};
const soon = { timeout: 5_000 };

test("what is changed in one process counts in the other: a paused automation, a revoked key", async () => {
  const { app } = one;
  const { id, version } = await greets();
  await app.db.trigger.create({
    data: {
      ...{ automationId: id, nodeId: "node-trigger", workspaceId: one.workspaceId, versionId: version.id },
      ...{ type: "api", apiName: "greets", config: {} },
    },
  });
  const { id: keyId, key } = await createApiKey(app, builder.actor, { automationId: id, name: "shop" });
  expect(await statusOfCall(key)).toBe(200);

  await setPaused(app, builder.actor, { id, paused: true });
  await expect.poll(() => statusOfCall(key), soon).toBe(409);
  await setPaused(app, builder.actor, { id, paused: false });
  await expect.poll(() => statusOfCall(key), soon).toBe(200);
  await revokeApiKey(app, builder.actor, { id: keyId });
  await expect.poll(() => statusOfCall(key), soon).toBe(401);
});

test("a caller whose run is handed back by a process on its way down asks for it at another", async () => {
  const asked: (string | undefined)[] = [];
  let answer = () => {};
  const isAsked = new Promise<void>((resolve) => {
    service.on("request", (request, response) => {
      asked.push(request.url);
      if (request.url === "/second") response.end("2");
      answer = () => response.end("1");
      resolve();
    });
  });
  const leaving = await createSecondApp(one, { allow: [serviceHost()] });
  const leavingServer = createHttpServer(leaving.app, {
    probes: {},
    pages: null,
    signal: new AbortController().signal,
  });
  const { id } = await liveAutomation(
    one,
    "Asks",
    `await run.call("a", ($s) => ({ method: "GET", url: "http://${serviceHost()}/first" }));
     await run.call("b", ($s) => ({ method: "GET", url: "http://${serviceHost()}/second" }));
     return run.return("c", ($s) => "asked");`,
    { type: "api", ownerId: builder.actor.userId ?? "" },
  );
  const headers = { authorization: `Bearer ${KEY}`, "content-type": "application/json" };
  const url = `/api/v1/automations/${id}/execute`;
  const called = leavingServer.inject({ method: "POST", url, headers, payload: "{}" });
  await isAsked;
  announceStop(leaving.app);
  const drained = RunningExecutions.of(leaving.app).drain(10_000);
  const late = await leavingServer.inject({ method: "POST", url, headers, payload: "{}" });
  expect([late.statusCode, late.headers["retry-after"]]).toEqual([503, "1"]);
  answer();
  const handedBack = await called;
  expect([handedBack.statusCode, handedBack.json().code]).toEqual([202, "waiting"]);
  await drained;
  await leavingServer.close();
  await leaving.close();

  const { pathname } = new URL(String(handedBack.headers.location));
  const waker = startWaker(two.app);
  const there = async () => (await server.inject({ url: pathname, headers })).json();
  await expect.poll(async () => (await there()).status, { timeout: 10_000 }).toBe("succeeded");
  expect((await there()).output).toBe("asked");
  expect(asked).toEqual(["/first", "/second"]);
  await waker.close();
});

test("who waits in a process on its way down for what runs elsewhere is told where it stands", async () => {
  const { version } = await greets();
  const { workspaceId } = one;
  const { executionId } = await queueExecution(one.app, pressed(workspaceId, version));
  const waiting = awaitExecution(two.app, { workspaceId, executionId });
  announceStop(two.app);
  expect(await waiting).toMatchObject({ executionId, status: "queued" });
  expect(await awaitExecution(two.app, { workspaceId, executionId })).toMatchObject({ status: "queued" });
});
