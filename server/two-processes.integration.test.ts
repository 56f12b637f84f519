import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpServer } from "@/server/api/http/http-server";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { revokeApiKey } from "@/server/api-keys/revoke-api-key";
import { setPaused } from "@/server/automations/set-paused";
import type { OpenApp } from "@/server/create-app";
import { awaitExecution } from "@/server/runtime/await-execution";
import { queueExecution } from "@/server/runtime/dispatch/queue-execution";
import { announceStop } from "@/server/runtime/stop-signal";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createSecondApp } from "@/tests/fixtures/second-app";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let one: TestApp;
let two: OpenApp;
let server: FastifyInstance;
let builder: Caller;

beforeAll(async () => {
  one = await createTestApp();
  two = await createSecondApp(one);
  server = createHttpServer(two.app, { probes: {}, pages: null, signal: new AbortController().signal });
  builder = await createCaller(one, "builder");
});
afterAll(async () => {
  await server.close();
  await two.close();
  await one.close();
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

test("who waits in a process on its way down for what runs elsewhere is told where it stands", async () => {
  const { version } = await greets();
  const { workspaceId } = one;
  const { executionId } = await queueExecution(one.app, pressed(workspaceId, version));
  const waiting = awaitExecution(two.app, { workspaceId, executionId });
  announceStop(two.app);
  expect(await waiting).toMatchObject({ executionId, status: "queued" });
  expect(await awaitExecution(two.app, { workspaceId, executionId })).toMatchObject({ status: "queued" });
});
