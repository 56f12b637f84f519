import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createHttpServer } from "@/server/api/http/http-server";
import type { App } from "@/server/app";
import { execute } from "@/server/runtime/execute";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const TOKEN = "a-token-of-the-tests-only";

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

function serverFor(app: App): FastifyInstance {
  const probes = { database: async () => true, queue: async () => true, sandbox: async () => true };
  return createHttpServer(app, { probes, pages: null, signal: new AbortController().signal });
}

/** @returns the value of a metric with these labels, in whatever order */
function metricOf(text: string, name: string, labels: Record<string, string> = {}): number | null {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const line = text
    .split("\n")
    .find((one) => new RegExp(`^${name}[{ ]`).test(one) && wanted.every((label) => one.includes(label)));
  return line ? Number(line.split(" ").at(-1)) : null;
}

it("tells what ran, how it ended, what it did outside, and what waits", async () => {
  const { app, workspaceId } = test;
  await execute(app, pressed(workspaceId, handWritten(`await run.code("a", ($s) => null, ($s) => async () => 1);`)));
  await execute(app, pressed(workspaceId, handWritten(`throw new Error("no");`)));
  const call = `await run.call("a", ($s) => ({ method: "GET", url: "http://10.0.0.1/" }));`;
  await execute(app, pressed(workspaceId, handWritten(call), { mode: "test" }));
  await execute(app, pressed(workspaceId, handWritten(`await run.wait("a", ($s) => ({ for: "time", ms: 3600000 }));`)));
  await app.pool.query("UPDATE execution SET wake_at = now() - interval '40 seconds' WHERE status = 'waiting'");
  const server = serverFor(app);
  await server.inject({ url: "/api/health" });
  await server.inject({ url: "/api/nowhere?token=SECRET" });

  const answer = await server.inject({ url: "/metrics" });

  expect(answer.headers["content-type"]).toMatch(/^text\/plain; version=0\.0\.4/);
  const text = answer.body;
  const ended = { trigger: "button", mode: "live" };
  expect(metricOf(text, "millrace_executions_total", { status: "failed", ...ended })).toBe(1);
  expect(metricOf(text, "millrace_executions_total", { status: "failed", trigger: "button", mode: "test" })).toBe(1);
  expect(metricOf(text, "millrace_host_calls_total", { kind: "call", outcome: "ADDRESS_REFUSED" })).toBe(1);
  expect(metricOf(text, "millrace_execution_seconds_count", { trigger: "button" })).toBe(3);
  expect(metricOf(text, "millrace_executions", { status: "waiting" })).toBe(1);
  expect(metricOf(text, "millrace_oldest_due_seconds")).toBeGreaterThanOrEqual(39);
  expect(metricOf(text, "millrace_database_up")).toBe(1);
  expect(metricOf(text, "millrace_sandbox_processes", { state: "idle" })).toBeGreaterThan(0);
  expect(metricOf(text, "millrace_journal_batch_executions_count")).toBeGreaterThan(3);
  expect(metricOf(text, "millrace_http_requests_total", { route: "/api/health", status: "200" })).toBe(1);
  expect(metricOf(text, "millrace_http_requests_total", { route: "/api/*", status: "404" })).toBe(1);
  expect(metricOf(text, "process_resident_memory_bytes")).toBeGreaterThan(1e7);
  expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  expect(text).not.toContain("SECRET");
  await server.close();
});

it("is read on this machine alone while no token is set", async () => {
  const server = serverFor(test.app);
  const statusFor = async (more: object) => (await server.inject({ url: "/metrics", ...more })).statusCode;

  expect(await statusFor({ remoteAddress: "127.0.0.1" })).toBe(200);
  expect(await statusFor({ remoteAddress: "::ffff:127.0.0.2" })).toBe(200);
  expect(await statusFor({ remoteAddress: "::1" })).toBe(200);
  expect(await statusFor({ remoteAddress: "192.168.1.7" })).toBe(403);
  expect(await statusFor({ remoteAddress: "2001:db8::1" })).toBe(403);
  expect(await statusFor({ remoteAddress: "127.0.0.1", headers: { "x-forwarded-for": "8.8.8.8" } })).toBe(403);
  await server.close();
});

it("is read with the token from anywhere, and without it from nowhere", async () => {
  const server = serverFor({ ...test.app, env: { ...test.app.env, metricsToken: TOKEN } });
  const statusFor = async (authorization?: string) =>
    (
      await server.inject({
        url: "/metrics",
        remoteAddress: "192.168.1.7",
        headers: authorization ? { authorization } : {},
      })
    ).statusCode;

  expect(await statusFor(`Bearer ${TOKEN}`)).toBe(200);
  expect(await statusFor(`Bearer ${TOKEN}x`)).toBe(401);
  expect(await statusFor()).toBe(401);
  expect((await server.inject({ url: "/metrics", remoteAddress: "127.0.0.1" })).statusCode).toBe(401);
  await server.close();
});
