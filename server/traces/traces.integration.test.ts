import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createHttpServer } from "@/server/api/http/http-server";
import { execute } from "@/server/runtime/execute";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { createCaller } from "@/tests/fixtures/caller";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

interface ReceivedSpan {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  kind: number;
  status: { code: number; message?: string };
  attributes: { key: string; value: { stringValue?: string } }[];
}

const KEY = "a-key-for-scripts-of-the-tests";
const CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

/** A receiver of traces and the service that automations call, in one. */
let receiver: Server;
let port: number;
const spans: ReceivedSpan[] = [];
const services: unknown[] = [];
const called: IncomingMessage["headers"][] = [];

beforeAll(async () => {
  receiver = createServer(async (request, response) => {
    if (request.url === "/v1/traces") {
      const body = (await json(request)) as {
        resourceSpans: { resource: object; scopeSpans: { spans: ReceivedSpan[] }[] }[];
      };
      for (const { resource, scopeSpans } of body.resourceSpans) {
        services.push(resource);
        spans.push(...scopeSpans.flatMap((scope) => scope.spans));
      }
    } else called.push(request.headers);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  port = (receiver.address() as AddressInfo).port;
});
afterAll(() => {
  receiver.closeAllConnections();
  receiver.close();
});

const startApp = (more: Record<string, string> = {}): Promise<TestApp> =>
  createTestApp(
    { MILLRACE_API_KEY: KEY, OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${port}`, ...more },
    { allow: [`127.0.0.1:${port}`] },
  );

/** @returns the person who made it */
async function addConnection(test: TestApp): Promise<string> {
  const builder = await createCaller(test, "builder");
  await builder.api.connections.create({
    ...{ serviceKey: null, name: "Shop", linkName: "shop", baseUrl: `http://127.0.0.1:${port}`, secret: "CANARY" },
    auth: { kind: "api-key", placement: "header", parameter: "X-Key", prefix: "" },
  });
  return builder.actor.userId ?? "";
}

const callThe = (connection: string | null) =>
  `const a = await run.call("a", ($s) => ({ method: "POST", url: "http://127.0.0.1:${port}/orders", connection: ${JSON.stringify(connection)}, body: "CANARY" }));`;

it("an execution is one trace: itself, its steps and what they did outside, in the caller's trace", async () => {
  const test = await startApp({ MILLRACE_SEND_TRACEPARENT: "1" });
  const ownerId = await addConnection(test);
  const body = `${callThe("shop")} await run.code("b", ($s) => null, ($s) => () => { throw new Error("CANARY"); });`;
  const { id } = await liveAutomation(test, "Orders", body, { type: "api", ownerId });
  await test.app.db.trigger.create({
    data: {
      ...{ automationId: id, nodeId: "node-trigger", workspaceId: test.workspaceId, type: "api", apiName: "orders" },
      ...{ versionId: (await test.app.db.automationVersion.findFirstOrThrow()).id, config: {} },
    },
  });
  const probes = { database: async () => true, queue: async () => true, sandbox: async () => true };
  const server = createHttpServer(test.app, { probes, pages: null, signal: new AbortController().signal });

  await server.inject({
    ...{ method: "POST", url: "/api/v1/functions/orders/execute", payload: "{}" },
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json", traceparent: CALLER },
  });
  await server.close();
  await test.close();

  const root = spans.find(({ kind }) => kind === 2);
  expect(root).toMatchObject({ name: "Orders", parentSpanId: "b7ad6b7169203331", status: { code: 2 } });
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set(["0af7651916cd43dd8448eb211c80319c"]));
  const step = spans.find(({ name }) => name === "A");
  expect(step?.parentSpanId).toBe(root?.spanId);
  const call = spans.find(({ name }) => name === "call");
  expect(call).toMatchObject({ kind: 3, parentSpanId: step?.spanId });
  expect(spans.find(({ name }) => name === "B")?.status).toMatchObject({ code: 2, message: "CODE_THREW" });
  expect(called.at(-1)?.traceparent).toBe(`00-${call?.traceId}-${call?.spanId}-01`);
  expect(JSON.stringify([spans, services])).not.toContain("CANARY");
  expect(JSON.stringify(services)).toContain('"stringValue":"millrace"');
});

it("calls say nothing of traces unless the setting says so, and without a connection never", async () => {
  const [silent, telling] = [await startApp(), await startApp({ MILLRACE_SEND_TRACEPARENT: "1" })];
  for (const [test, connection] of [
    [silent, "shop"],
    [telling, null],
  ] as const) {
    await addConnection(test);
    const { version } = await liveAutomation(test, "Calls", callThe(connection));
    expect(await execute(test.app, pressed(test.workspaceId, version))).toMatchObject({ status: "succeeded" });
    expect(called.at(-1)?.traceparent).toBeUndefined();
    await test.close();
  }
});

it("one that was put away and went on is still one trace", async () => {
  const test = await startApp();
  const body = `${callThe(null)} await run.wait("b", ($s) => ({ for: "time", ms: 3600000 }));`;
  const { version } = await liveAutomation(test, "Waits", body);
  spans.length = 0;
  const { executionId } = await execute(test.app, pressed(test.workspaceId, version, { traceparent: CALLER }));
  await test.app.pool.query("UPDATE wait_ticket SET due_at = now()");
  await test.app.pool.query("UPDATE execution SET wake_at = now()");
  await Promise.all((await wakeWaiting(test.app)).map(({ finished }) => finished));
  await test.close();

  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(1);
  const ids = spans.map(({ spanId }) => spanId);
  expect(ids.length).toBe(new Set(ids).size);
  const root = spans.find(({ kind }) => kind === 2);
  expect(root?.attributes).toContainEqual({ key: "millrace.execution.id", value: { stringValue: executionId } });
  expect(root?.parentSpanId).toBe("b7ad6b7169203331");
});
