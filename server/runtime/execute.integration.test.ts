import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute, startExecution } from "@/server/runtime/execute";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

interface Received {
  method: string;
  url: string;
  headers: IncomingMessage["headers"];
  body: string;
}

let test: TestApp;
let service: Server;
let address: string;
/** What the service was asked, in order. */
let received: Received[] = [];

beforeAll(async () => {
  service = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      received.push({ method, url, headers, body });
      const status = Number(new URL(url, "http://localhost").searchParams.get("status") ?? 200);
      response.writeHead(status, { "content-type": "application/json" });
      response.end(JSON.stringify(status >= 400 ? { message: "not a valid address" } : { id: "m1", got: body }));
    });
  });
  await new Promise<void>((resolve) => service.listen(0, "127.0.0.1", resolve));
  const { port } = service.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
  test = await createTestApp({}, { allow: [`127.0.0.1:${port}`] });
});

afterAll(async () => {
  await test.close();
  service.close();
});

const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const executionRow = async (id: string) => (await rowsOf("SELECT * FROM execution WHERE id = $1", id))[0];
const stepRows = (id: string) => rowsOf("SELECT * FROM execution_step WHERE execution_id = $1 ORDER BY ordinal", id);
const effectRows = (id: string) =>
  rowsOf("SELECT * FROM execution_effect WHERE execution_id = $1 ORDER BY started_at", id);

describe("an execution without effects", () => {
  it("answers, and its row and steps are there when it does", async () => {
    const version = handWritten(`
      const a = await run.set("a", ($s) => ({ loud: trigger.email.toUpperCase() }));
      return run.return("b", ($s) => ({ message: a.loud }));`);
    const outcome = await execute(test.app, pressed(test.workspaceId, version));

    expect(outcome).toMatchObject({ status: "succeeded", output: { message: "ADA@EXAMPLE.ORG" }, error: null });
    expect(outcome.outcome).toEqual({ key: "outcome.message", params: { message: "ADA@EXAMPLE.ORG" } });
    expect(await executionRow(outcome.executionId)).toMatchObject({
      status: "succeeded",
      output: { message: "ADA@EXAMPLE.ORG" },
      lease_owner: null,
    });
    expect(await stepRows(outcome.executionId)).toMatchObject([
      { node_id: "node-trigger", status: "succeeded", output: { email: "ada@example.org" } },
      { node_id: "node-a", status: "succeeded", output: { loud: "ADA@EXAMPLE.ORG" } },
      { node_id: "node-b", status: "succeeded", output: { message: "ADA@EXAMPLE.ORG" } },
    ]);
  });

  it("keeps characters that the database refuses in an escaped form", async () => {
    const version = handWritten(
      String.raw`return run.return("a", ($s) => ({ text: "a\u0000b\ud800c", "k\u0000": "😀" }));`,
    );
    const outcome = await execute(test.app, pressed(test.workspaceId, version));

    expect(outcome.status).toBe("succeeded");
    expect(await executionRow(outcome.executionId)).toMatchObject({
      output: { text: "a\\u0000b\\ud800c", "k\\u0000": "😀" },
    });
  });
});

describe("a call", () => {
  it("is journaled with what was sent and received, under a key of its own", async () => {
    received = [];
    const version = handWritten(`
      const a = await run.call("a", ($s) => ({ method: "POST", url: "${address}/members", query: { q: "ä b" }, body: { email: trigger.email } }));
      return run.return("b", ($s) => a.id);`);
    const outcome = await execute(test.app, pressed(test.workspaceId, version));

    expect(outcome).toMatchObject({ status: "succeeded", output: "m1" });
    expect(received).toMatchObject([
      { method: "POST", url: "/members?q=%C3%A4+b", body: '{"email":"ada@example.org"}' },
    ]);
    const [effect] = await effectRows(outcome.executionId);
    expect(effect).toMatchObject({
      kind: "call",
      status: "done",
      node_id: "node-a",
      request: { method: "POST", url: `${address}/members?q=%C3%A4+b`, body: { email: "ada@example.org" } },
      result: { status: 200, body: { id: "m1" } },
    });
    expect(received[0]?.headers["idempotency-key"]).toBe(effect.idempotency_key);
  });

  it("that fails on an *if it fails* line counts as handled and is quoted", async () => {
    const version = handWritten(`
      const a = await run.attempt(() => run.call("a", ($s) => ({ method: "POST", url: "${address}/members?status=400" })));
      if (run.failed(a)) {
        await run.log("b", ($s) => ({ level: "warn", message: a.error.message }));
        return run.return("c", ($s) => ({ message: a.error.body.message, status: a.error.status }));
      }`);
    const outcome = await execute(test.app, pressed(test.workspaceId, version));

    expect(outcome).toMatchObject({
      status: "succeeded",
      handledFailures: 1,
      output: { message: "not a valid address", status: 400 },
    });
    expect(await stepRows(outcome.executionId)).toMatchObject([
      {},
      { node_id: "node-a", status: "failed", handled: true, error: { code: "HTTP_STATUS", status: 400 } },
      { node_id: "node-b", log: [{ level: "warn", text: "not a valid address" }] },
      { node_id: "node-c", status: "succeeded" },
    ]);
    expect(await effectRows(outcome.executionId)).toMatchObject([{ status: "failed", error: { code: "HTTP_STATUS" } }]);
  });

  it("without such a line ends the execution and says where", async () => {
    const version = handWritten(`
      const a = await run.call("a", ($s) => ({ method: "GET", url: "${address}/?status=503" }));
      return run.return("b", ($s) => a);`);
    const outcome = await execute(test.app, pressed(test.workspaceId, version));

    expect(outcome).toMatchObject({ status: "failed", error: { code: "HTTP_STATUS_RETRYABLE", nodeId: "node-a" } });
    expect((await stepRows(outcome.executionId)).map(({ node_id }) => node_id)).toEqual(["node-trigger", "node-a"]);
  });

  it("to an address inside is refused", async () => {
    const version = handWritten(
      `await run.call("a", ($s) => ({ method: "GET", url: "http://169.254.169.254/latest" }));`,
    );
    const outcome = await execute(test.app, pressed(test.workspaceId, version));
    expect(outcome).toMatchObject({ status: "failed", error: { code: "ADDRESS_REFUSED", nodeId: "node-a" } });
  });
});

describe("a test that stops before effects", () => {
  it("does the steps before, lists the effect, and is not a failure", async () => {
    received = [];
    const version = handWritten(`
      const a = await run.set("a", ($s) => 1);
      await run.call("b", ($s) => ({ method: "POST", url: "${address}/members", body: { a } }));`);
    const outcome = await execute(
      test.app,
      pressed(test.workspaceId, version, { mode: "test", stopBeforeEffects: true }),
    );

    expect(outcome).toMatchObject({
      status: "canceled",
      error: { code: "TEST_STOPPED", nodeId: "node-b" },
      planned: [{ nodeId: "node-b", kind: "call", request: { method: "POST", body: { a: 1 } } }],
    });
    expect(received).toEqual([]);
    expect((await stepRows(outcome.executionId)).map(({ status }) => status)).toEqual([
      "succeeded",
      "succeeded",
      "canceled",
    ]);
  });
});

describe("the same request id", () => {
  it("sent 50 times at once is one execution with one answer", async () => {
    received = [];
    const version = handWritten(`
      const a = await run.call("a", ($s) => ({ method: "POST", url: "${address}/members" }));
      return run.return("b", ($s) => a.id);`);
    const request = pressed(test.workspaceId, version, { requestId: "press-1" });
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => execute(test.app, request)));

    expect(new Set(outcomes.map(({ executionId }) => executionId)).size).toBe(1);
    expect(new Set(outcomes.map(({ output }) => output))).toEqual(new Set(["m1"]));
    expect(received).toHaveLength(1);
    const again = await startExecution(test.app, request);
    expect(again.executionId).toBe(outcomes[0]?.executionId);
  });
});
