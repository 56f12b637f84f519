import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LIMITS } from "@/core/execution/limits";
import { createHttpServer } from "@/server/api/http/http-server";
import { ask } from "@/tests/fixtures/ask";
import { createCaller } from "@/tests/fixtures/caller";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const KEY = "a-key-for-scripts-of-the-tests";
const MB = 1_048_576;

let millrace: TestApp;
let server: FastifyInstance;
let port: number;
/** Answers when the test lets it. */
const held: ServerResponse[] = [];
let isOpen = false;
const service = createServer((_request, response) => (isOpen ? response.end("1") : held.push(response)));

beforeAll(async () => {
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const { port: servicePort } = service.address() as AddressInfo;
  millrace = await createTestApp({ MILLRACE_API_KEY: KEY }, { allow: [`127.0.0.1:${servicePort}`] });
  server = createHttpServer(millrace.app, { probes: {}, pages: null, signal: new AbortController().signal });
  await server.listen({ host: "127.0.0.1", port: 0 });
  port = (server.server.address() as AddressInfo).port;
});
afterAll(async () => {
  await server.close();
  await millrace.close();
  service.close();
});

const execute = async (automationId: string, headers: Record<string, string> = {}) => {
  const answer = await server.inject({
    ...{ method: "POST", url: `/api/v1/automations/${automationId}/execute`, payload: "{}" },
    headers: { authorization: `Bearer ${KEY}`, "content-type": "application/json", ...headers },
  });
  return { status: answer.statusCode, again: answer.headers["retry-after"], code: answer.json().code };
};

test("of five times what a process holds, it runs what it accepted and refuses the rest with when to come again", async () => {
  const { port: servicePort } = service.address() as AddressInfo;
  const { id } = await liveAutomation(
    millrace,
    "Asks a slow service",
    `await run.call("a", ($s) => ({ method: "GET", url: "http://127.0.0.1:${servicePort}/" })); return run.return("b", ($s) => 1);`,
    { ownerId: (await createCaller(millrace, "administrator")).actor.userId ?? "" },
  );
  const before = process.memoryUsage().rss;
  const calls = Array.from({ length: 5 * LIMITS.executionsInProcess }, () => execute(id));
  const refused: Awaited<ReturnType<typeof execute>>[] = [];
  for (const call of calls) void call.then((answer) => answer.status === 503 && refused.push(answer));
  const most = 4 * LIMITS.executionsInProcess;
  await expect.poll(() => refused.length, { timeout: 30_000 }).toBe(most);
  expect(new Set(refused.map((answer) => JSON.stringify(answer)))).toEqual(
    new Set([JSON.stringify({ status: 503, again: "2", code: "UNAVAILABLE" })]),
  );
  expect(process.memoryUsage().rss - before).toBeLessThan(400 * MB);

  isOpen = true;
  for (const response of held) response.end("1");
  const statuses = (await Promise.all(calls)).map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(LIMITS.executionsInProcess);
  expect(statuses.filter((status) => status === 503)).toHaveLength(most);
  expect((await execute(id)).status).toBe(200);
}, 120_000);

test("bodies that would not fit into memory together are refused before they are read", async () => {
  const fits = LIMITS.requestBodiesInProcessBytes / LIMITS.requestBodyBytes;
  const sockets: Socket[] = [];
  const announce = async () => {
    const socket = connect(port, "127.0.0.1");
    sockets.push(socket);
    socket.write(
      `POST /api/trpc/users.me HTTP/1.1\r\nhost: localhost:${port}\r\ncontent-type: application/json\r\n` +
        `content-length: ${LIMITS.requestBodyBytes}\r\n\r\n{`,
    );
    return socket;
  };
  for (let number = 0; number < fits; number++) await announce();
  const [answer] = (await once(await announce(), "data")) as [Buffer];
  expect(String(answer)).toMatch(/^HTTP\/1\.1 503 /);
  expect(String(answer)).toMatch(/retry-after: 1/i);

  for (const socket of sockets) socket.destroy();
  const status = async () =>
    (await ask(`http://127.0.0.1:${port}/api/v1/automations`, { method: "POST", body: "x".repeat(100) })).status;
  await expect.poll(status).toBe(401);
});

test("a queue that is full is refused, with when to come again", async () => {
  const { app, workspaceId } = millrace;
  const { id, version } = await liveAutomation(millrace, "Queues", `return run.return("a", ($s) => 1);`);
  await app.pool.query(
    `INSERT INTO execution (id, workspace_id, automation_id, version_id, mode, status, trigger_type, trigger_node_id,
       input, started_from, limits, seed)
     SELECT gen_random_uuid(), $1, $2, $3, 'live', 'queued', 'api', 'node-trigger', 'null', 'test', '{}', 1
       FROM generate_series(2, $4::int)`,
    [workspaceId, id, version.id, LIMITS.queuedExecutions],
  );
  const inBackground = { prefer: "respond-async" };
  expect(await execute(id, inBackground)).toMatchObject({ status: 202 });
  expect(await execute(id, inBackground)).toEqual({ status: 429, again: "10", code: "TOO_MANY_REQUESTS" });
}, 120_000);
