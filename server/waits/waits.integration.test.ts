import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttpServer } from "@/server/api/http/http-server";
import { execute } from "@/server/runtime/execute";
import { requestCancel } from "@/server/runtime/request-cancel";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { answerWebhook } from "@/server/waits/answer-webhook";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const MANAGEMENT_KEY = "a-key-for-scripts-of-the-tests";
const HOUR = 3_600_000;

let test: TestApp;
let server: FastifyInstance;
let builder: Caller;
let member: Caller;
let stranger: Caller;

beforeAll(async () => {
  test = await createTestApp({ MILLRACE_API_KEY: MANAGEMENT_KEY });
  const probes = { database: async () => true, queue: async () => true, sandbox: async () => true };
  server = createHttpServer(test.app, { probes, pages: null, signal: new AbortController().signal });
  builder = await createCaller(test, "builder");
  member = await createCaller(test, "member");
  stranger = await createCaller(test, "member");
});
afterAll(async () => {
  await server.close();
  await test.close();
});

const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;

async function waitFor(request: object, after = "return a;"): Promise<string> {
  const body = `const a = await run.wait("a", ($s) => (${JSON.stringify(request)})); ${after}`;
  const { version } = await liveAutomation(test, "Waiting", body, { type: "button" });
  const outcome = await execute(test.app, pressed(test.workspaceId, version));
  expect(outcome.status).toBe("waiting");
  return outcome.executionId;
}

async function wake(): Promise<void> {
  await Promise.all((await wakeWaiting(test.app)).map(({ finished }) => finished));
}

const executionOf = async (id: string) => (await rowsOf("SELECT * FROM execution WHERE id = $1", id))[0];
const addressOf = async (id: string) =>
  (await rowsOf("SELECT request->>'url' AS url FROM execution_effect WHERE execution_id = $1 AND kind = 'wait'", id))[0]
    .url as string;
const expire = (id: string) =>
  rowsOf(
    `WITH t AS (UPDATE wait_ticket SET due_at = now() - interval '1 second' WHERE execution_id = $1)
     UPDATE execution SET wake_at = now() WHERE id = $1`,
    id,
  );

describe("a wait for a call", () => {
  it("ends with the call, which is given to the step; the address works once", async () => {
    const id = await waitFor({ for: "webhook" });
    const url = await addressOf(id);
    expect(url).toMatch(/^\/hooks\/wait\/[\w-]{22}$/);
    const asked = await Promise.all((["HEAD", "OPTIONS"] as const).map((method) => server.inject({ method, url })));
    expect(asked.map(({ statusCode }) => statusCode)).toEqual([404, 404]);
    const first = await server.inject({
      method: "POST",
      url: `${url}?order=7`,
      headers: { "content-type": "application/json", origin: "https://shop.example", authorization: "Bearer theirs" },
      payload: JSON.stringify({ paid: true }),
    });
    expect([first.statusCode, first.json()]).toEqual([202, { code: "accepted" }]);
    const again = await server.inject({ method: "POST", url });
    const unknown = await server.inject({ method: "POST", url: `/hooks/wait/${"A".repeat(22)}` });
    expect([again.statusCode, again.json()]).toEqual([unknown.statusCode, unknown.json()]);
    expect(unknown.statusCode).toBe(404);
    await wake();
    const { status, output } = await executionOf(id);
    expect(status).toBe("succeeded");
    expect(output).toMatchObject({ method: "POST", query: { order: "7" }, body: { paid: true } });
    expect(output.headers).not.toHaveProperty("authorization");
  });

  it.each([
    ["GET", undefined, undefined, null],
    ["PUT", "application/x-www-form-urlencoded", "a=1&b=two", { a: "1", b: "two" }],
    ["POST", "text/plain", "hello", "hello"],
    ["DELETE", undefined, undefined, null],
  ] as const)("takes %s with %s", async (method, type, payload, body) => {
    const id = await waitFor({ for: "webhook" });
    const url = await addressOf(id);
    const headers = type ? { "content-type": type } : {};
    expect((await server.inject({ method, url, headers, payload })).statusCode).toBe(202);
    await wake();
    expect((await executionOf(id)).output).toMatchObject({ method, body });
  });

  it("leaves the address unused when the body cannot be read", async () => {
    const id = await waitFor({ for: "webhook" });
    const url = await addressOf(id);
    const headers = { "content-type": "application/json" };
    expect((await server.inject({ method: "POST", url, headers, payload: "{" })).statusCode).toBe(400);
    expect((await server.inject({ method: "POST", url: `${url}?a=%00` })).statusCode).toBe(400);
    expect((await server.inject({ method: "POST", url, headers, payload: "{}" })).statusCode).toBe(202);
  });

  it("keeps no token that can be read beside the address itself", async () => {
    const id = await waitFor({ for: "webhook" });
    const token = (await addressOf(id)).split("/").at(-1) ?? "";
    const [ticket] = await rowsOf("SELECT w::text AS text FROM wait_ticket w WHERE execution_id = $1", id);
    expect(ticket.text).not.toContain(token);
  });

  it("fails at its deadline, on the line if it fails, and the address is dead", async () => {
    const body = `const a = await run.attempt(() => run.wait("a", ($s) => ({ for: "webhook", deadlineMs: ${HOUR} })));
      return run.failed(a) ? a.error.code : "called";`;
    const { version } = await liveAutomation(test, "Deadline", body, { type: "button" });
    const { executionId: id } = await execute(test.app, pressed(test.workspaceId, version));
    const url = await addressOf(id);
    await expire(id);
    expect((await server.inject({ method: "POST", url })).statusCode).toBe(404);
    await wake();
    expect(await executionOf(id)).toMatchObject({ status: "succeeded", output: "WAIT_EXPIRED", handled_failures: 1 });
  });

  it("is answered while another branch is still busy", async () => {
    let release = () => {};
    const slow = createServer((_request, response) => {
      release = () => response.end("slow");
    });
    await new Promise<void>((resolve) => slow.listen(0, "127.0.0.1", () => resolve()));
    const { port } = slow.address() as AddressInfo;
    const open = await createTestApp({}, { allow: [`127.0.0.1:${port}`] });
    try {
      const body = `const seen = {};
        await run.parallel(
          async () => { seen.a = await run.wait("a", ($s) => ({ for: "webhook" })); },
          async () => { await run.call("b", ($s) => ({ method: "GET", url: "http://127.0.0.1:${port}/" })); });
        return seen.a.body;`;
      const { version } = await liveAutomation(open, "Busy", body, { type: "button" });
      const running = execute(open.app, pressed(open.workspaceId, version));
      const find = "SELECT request->>'url' AS url FROM execution_effect WHERE kind = 'wait'";
      const urls = async () => (await open.app.pool.query<{ url: string }>(find)).rows.map(({ url }) => url);
      await expect.poll(urls, { timeout: 20_000 }).toHaveLength(1);
      const token = (await urls())[0]?.split("/").at(-1) ?? "";
      const call = { method: "POST", query: {}, headers: {}, body: "now" };
      expect(await answerWebhook(open.app, token, call)).toBe(true);
      const step = "SELECT status FROM execution_effect WHERE kind = 'wait'";
      expect((await open.app.pool.query(step)).rows).toHaveLength(1);
      release();
      expect(await running).toMatchObject({ status: "succeeded", output: "now" });
    } finally {
      await open.close();
      slow.closeAllConnections();
      slow.close();
    }
  });

  it("is dead once its run was stopped", async () => {
    const id = await waitFor({ for: "webhook" });
    const url = await addressOf(id);
    await requestCancel(test.app, test.workspaceId, id);
    expect((await server.inject({ method: "POST", url })).statusCode).toBe(404);
    expect(await executionOf(id)).toMatchObject({ status: "canceled" });
  });
});

describe("a wait for an approval", () => {
  it("shows its question, and ends with who decided what and why", async () => {
    const id = await waitFor({ for: "approval", question: "Give 20% off?" });
    const { waits, status } = await builder.api.executions.get({ id });
    expect(status).toBe("waiting");
    expect(waits).toMatchObject([{ kind: "approval", question: "Give 20% off?", nodeId: "node-a", mayDecide: true }]);
    await builder.api.waits.decide({ id: waits[0]?.id ?? "", decision: "approved", comment: "Good client" });
    await wake();
    expect((await executionOf(id)).output).toEqual({
      decision: "approved",
      by: { id: builder.actor.userId, name: builder.actor.name, email: expect.stringContaining("@example.com") },
      comment: "Good client",
      at: expect.any(String),
    });
    expect((await builder.api.executions.get({ id })).waits).toEqual([]);
  });

  it("is decided once", async () => {
    const id = await waitFor({ for: "approval", question: "Sure?" });
    const wait = (await builder.api.executions.get({ id })).waits[0]?.id ?? "";
    const decide = (decision: "approved" | "refused") =>
      builder.api.waits.decide({ id: wait, decision }).then(
        () => "done",
        ({ message }: Error) => message,
      );
    const answers = await Promise.all([decide("approved"), decide("refused")]);
    expect(answers.sort()).toEqual(["CONFLICT", "done"]);
  });

  it("may be refused by the member it names, who sees the run, and by no other member", async () => {
    const of = `${member.actor.name.replace(" ", "-").toUpperCase()}@example.com`;
    const id = await waitFor({ for: "approval", question: "Sure?", of });
    await expect(stranger.api.executions.get({ id })).rejects.toThrow("NOT_FOUND");
    const { waits } = await member.api.executions.get({ id });
    const wait = waits[0]?.id ?? "";
    await expect(stranger.api.waits.decide({ id: wait, decision: "approved" })).rejects.toThrow("NOT_FOUND");
    await member.api.waits.decide({ id: wait, decision: "refused" });
    await wake();
    expect((await executionOf(id)).output).toMatchObject({ decision: "refused", by: { id: member.actor.userId } });
  });

  it("is too late after its deadline", async () => {
    const id = await waitFor({ for: "approval", question: "Sure?", deadlineMs: HOUR });
    const wait = (await builder.api.executions.get({ id })).waits[0]?.id ?? "";
    await expire(id);
    await expect(builder.api.waits.decide({ id: wait, decision: "approved" })).rejects.toThrow("CONFLICT");
    await wake();
    expect(await executionOf(id)).toMatchObject({
      status: "failed",
      error: { code: "WAIT_EXPIRED", nodeId: "node-a" },
    });
  });
});

describe("a caller who waits for an answer", () => {
  it("gets 202 with the run's id over REST when the run waits", async () => {
    const { id } = await liveAutomation(test, "Rest", `await run.wait("a", ($s) => ({ for: "time", ms: ${HOUR} }));`, {
      type: "api",
    });
    const answer = await server.inject({
      method: "POST",
      url: `/api/v1/automations/${id}/execute`,
      headers: { authorization: `Bearer ${MANAGEMENT_KEY}`, "content-type": "application/json" },
      payload: "{}",
    });
    const [execution] = await rowsOf("SELECT id FROM execution WHERE automation_id = $1", id);
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toMatchObject({ code: "waiting", details: { executionId: execution.id } });
  });
});
