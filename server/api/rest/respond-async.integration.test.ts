import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpServer } from "@/server/api/http/http-server";
import { createApiKey } from "@/server/api-keys/create-api-key";
import { type Dispatcher, startDispatcher } from "@/server/runtime/dispatch/dispatcher";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const MANAGEMENT_KEY = "a-key-for-scripts-of-the-tests";

let millrace: TestApp;
let server: FastifyInstance;
let dispatcher: Dispatcher | undefined;
let automationId: string;

beforeAll(async () => {
  millrace = await createTestApp({ MILLRACE_API_KEY: MANAGEMENT_KEY });
  server = createHttpServer(millrace.app, { probes: {}, pages: null, signal: new AbortController().signal });
  const imported = await call("POST", "/automations?publish=true", { body: DOUBLES });
  expect(imported.body.diagnostics).toEqual([]);
  automationId = imported.body.id;
});
afterAll(async () => {
  await dispatcher?.close();
  await server.close();
  await millrace.close();
});

const DOUBLES = {
  format: "millrace/automation",
  schemaVersion: 2,
  name: "Doubles",
  nodes: [
    {
      ...{ id: "start", type: "api", name: "order", label: "Called" },
      config: { apiName: "doubles", arguments: [{ type: "number", name: "amount", required: true }] },
    },
    {
      ...{ id: "answer", type: "return", name: "answer", label: "Answer" },
      config: { value: { kind: "expression", code: "order.amount * 2" } },
    },
  ],
  edges: [{ from: "start", handle: "then", to: "answer" }],
  layout: {},
};

async function call(
  method: "GET" | "POST",
  path: string,
  { body, key = MANAGEMENT_KEY, headers = {} }: { body?: unknown; key?: string; headers?: Record<string, string> } = {},
) {
  const answer = await server.inject({
    ...{ method, url: path.startsWith("/api") ? path : `/api/v1${path}` },
    headers: {
      authorization: `Bearer ${key}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...headers,
    },
    payload: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

const inBackground = (more: Record<string, string> = {}) => ({
  ...{ body: { amount: 21 }, headers: { prefer: "return=minimal, respond-async", ...more } },
});
const until = async (path: string, key?: string) => {
  for (;;) {
    const answer = await call("GET", path, { key });
    if (answer.status !== 202) return answer;
  }
};

test("a caller who does not want to wait is answered when the run is queued, and asks for it later", async () => {
  const sent = await call("POST", "/functions/doubles/execute", inBackground());
  expect(sent).toMatchObject({
    status: 202,
    headers: { "preference-applied": "respond-async", "retry-after": "1" },
    body: {
      code: "queued",
      details: { executionId: expect.any(String), url: expect.stringContaining("/executions/") },
    },
  });
  const { pathname } = new URL(String(sent.headers.location));
  expect(pathname).toBe(`/api/v1/functions/doubles/executions/${sent.body.details.executionId}`);
  expect(await call("GET", pathname)).toMatchObject({ status: 202, body: { code: "queued" } });

  dispatcher = startDispatcher(millrace.app);
  expect(await until(pathname)).toMatchObject({ status: 200, body: { code: "success", details: { output: 42 } } });
});

test("the key of one automation asks for runs of that automation alone", async () => {
  const builder = { workspaceId: millrace.workspaceId, userId: null, name: "builder", role: "builder" as const };
  const { key } = await createApiKey(millrace.app, builder, { automationId, name: "shop" });
  const sent = await call("POST", "/functions/doubles/execute", { ...inBackground(), key });
  const { pathname } = new URL(String(sent.headers.location));
  expect(await until(pathname, key)).toMatchObject({ status: 200, body: { details: { output: 42 } } });
  const strange = pathname.replace(/[^/]+$/, randomUUID());
  expect(await call("GET", strange, { key })).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
});

test("the same Idempotency-Key is the same run, waited for or not", async () => {
  const key = { "idempotency-key": randomUUID() };
  const calls = await Promise.all(
    Array.from({ length: 5 }, () => call("POST", `/automations/${automationId}/execute`, inBackground(key))),
  );
  expect(new Set(calls.map(({ body }) => body.details.executionId)).size).toBe(1);
  const waited = await call("POST", `/automations/${automationId}/execute`, { body: { amount: 21 }, headers: key });
  expect(waited).toMatchObject({
    status: 200,
    body: { code: "success", details: { output: 42, executionId: calls[0]?.body.details.executionId } },
  });
  const bad = await call("POST", `/automations/${automationId}/execute`, inBackground({ "idempotency-key": "a b" }));
  expect(bad).toMatchObject({ status: 400, body: { code: "BAD_REQUEST" } });
});

test("what cannot be run is refused at once", async () => {
  const sent = await call("POST", "/functions/doubles/execute", { body: {}, headers: { prefer: "respond-async" } });
  expect(sent).toMatchObject({ status: 400, body: { code: "BAD_REQUEST" } });
});
