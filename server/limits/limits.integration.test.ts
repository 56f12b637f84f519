import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createHttpServer } from "@/server/api/http/http-server";
import { execute } from "@/server/runtime/execute";
import { createCaller } from "@/tests/fixtures/caller";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const KEY = "a-key-for-scripts-of-the-tests";
let test: TestApp;
let server: FastifyInstance;
beforeAll(async () => {
  test = await createTestApp({ MILLRACE_API_KEY: KEY });
  const probes = { database: async () => true, queue: async () => true, sandbox: async () => true };
  server = createHttpServer(test.app, { probes, pages: null, signal: new AbortController().signal });
});
afterAll(() => test.close());

const ask = async (method: "GET" | "PATCH" | "POST", path: string, payload?: object) => {
  const headers = { authorization: `Bearer ${KEY}`, host: "localhost" };
  const {
    statusCode,
    body,
    headers: answered,
  } = await server.inject({
    ...{ method, url: `/api/v1${path}`, headers },
    ...(payload && { payload }),
  });
  return { status: statusCode, body: JSON.parse(body), headers: answered };
};
const limitOf = (limits: { name: string; value: number }[], name: string) =>
  limits.find((limit) => limit.name === name)?.value;

describe("limits of a workspace", () => {
  it("are set by an administrator, one at a time, and put back by null", async () => {
    const { api } = await createCaller(test, "administrator");
    await api.limits.set({ statementsPerCall: 7_000 });
    const set = await api.limits.set({ "activeTimeMs.button": 20_000 });
    expect([limitOf(set, "statementsPerCall"), limitOf(set, "activeTimeMs.button")]).toEqual([7_000, 20_000]);
    const back = await api.limits.set({ statementsPerCall: null, "activeTimeMs.button": null });
    expect([limitOf(back, "statementsPerCall"), limitOf(back, "activeTimeMs.button")]).toEqual([5_000, 10_000]);
  });

  it("are taken by an execution at its start, and stand in its row", async () => {
    const { api } = await createCaller(test, "administrator");
    await api.limits.set({ statementsPerCall: 100 });
    const body = `await run.code("a", ($s) => null, ($s) => () => { for (let i = 0; i < 200; i++) $s.t(); });`;
    const { error, executionId } = await execute(test.app, pressed(test.workspaceId, handWritten(body)));
    expect(error).toMatchObject({ code: "STATEMENT_LIMIT", params: { limit: 100 } });
    const { rows } = await test.app.pool.query("SELECT limits FROM execution WHERE id = $1", [executionId]);
    expect(rows[0].limits).toMatchObject({ statementsPerCall: 100, nestedCalls: 75, httpTimeMs: 40_000 });
    await api.limits.set({ statementsPerCall: null });
  });

  it("are read and set by REST, within their bounds", async () => {
    const { status, body } = await ask("GET", "/limits");
    expect(status).toBe(200);
    expect(body.limits).toContainEqual({
      name: "perDay.mails",
      value: 1_000,
      default: 1_000,
      least: 0,
      most: 1_000_000,
    });
    expect(limitOf((await ask("PATCH", "/limits", { "perDay.mails": 5 })).body.limits, "perDay.mails")).toBe(5);
    for (const wrong of [
      { "perDay.mails": -1 },
      { "perDay.mails": 2.5 },
      { memoryBytes: 1e12 },
      { jsonDepth: 1 },
      [],
    ]) {
      expect(await ask("PATCH", "/limits", wrong)).toMatchObject({ status: 400, body: { code: "BAD_REQUEST" } });
    }
    expect(limitOf((await ask("GET", "/limits")).body.limits, "perDay.mails")).toBe(5);
    await ask("PATCH", "/limits", { "perDay.mails": null });
  });

  it("of a day answer 429 with the time of the day's end, and the usage says so", async () => {
    await ask("PATCH", "/limits", { "perDay.recordOperations": 0 });
    const read = `await run.getRecord("a", ($s) => ({ module: "Leads", id: "${randomUUID()}" }));`;
    const { actor } = await createCaller(test, "builder");
    const { id } = await liveAutomation(test, "Called", read, { ownerId: actor.userId ?? "" });
    const answer = await ask("POST", `/automations/${id}/execute`, {});
    expect(answer).toMatchObject({ status: 429, body: { code: "DAY_LIMIT", details: { step: "node-a" } } });
    expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    expect(answer.body.message).toContain("Day limit reached");
    const usage = await ask("GET", "/usage");
    expect(usage.body.today).toContainEqual(
      expect.objectContaining({ quota: "recordOperations", used: 0, refused: 1, forecast: { kind: "reached" } }),
    );
    await ask("PATCH", "/limits", { "perDay.recordOperations": null });
  });

  it("let refused executions run again together once there are more", async () => {
    const { api } = await createCaller(test, "builder");
    const { items } = await api.executions.list({ filter: { status: "refused" } });
    const { started, skipped } = await api.executions.rerunAll({ filter: { status: "refused" } });
    expect([started.length, skipped]).toEqual([items.length, []]);
    await expect
      .poll(async () => (await api.executions.get({ id: started[0] ?? "" })).error?.code)
      .toBe("RECORD_NOT_FOUND");
    expect(await api.executions.rerunAll({ filter: { status: "refused" } })).toEqual({ started: [], skipped: [] });
    const stranger = uuidv7();
    const unknown = await api.executions.rerunAll({ ids: [stranger] });
    expect(unknown).toEqual({ started: [], skipped: [{ id: stranger, code: "NOT_FOUND" }] });
  });
});
