import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createHttpServer } from "@/server/api/http/http-server";
import { type Dispatcher, startDispatcher } from "@/server/runtime/dispatch/dispatcher";
import { setUp } from "@/server/users/set-up";
import { type BreakableDatabase, createBreakableDatabase } from "@/tests/fixtures/breakable-database";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const KEY = "a-key-for-scripts-of-the-tests";

let database: BreakableDatabase;
let millrace: TestApp;
let server: FastifyInstance;
let dispatcher: Dispatcher;
let automationId: string;
let cookie: string;
const ANA = { email: "ana@example.com", password: "a long pass phrase" };

beforeAll(async () => {
  millrace = await createTestApp(
    { MILLRACE_API_KEY: KEY },
    {
      through: async (url) => {
        database = await createBreakableDatabase(url);
        return database.url;
      },
    },
  );
  const { app } = millrace;
  const probes = { database: async () => (await app.pool.query("SELECT 1")).rowCount === 1 };
  server = createHttpServer(app, { probes, pages: null, signal: new AbortController().signal });
  dispatcher = startDispatcher(app);
  await setUp(app, { ...ANA, name: "Ana", language: "en", timeZone: "Europe/Paris" });
  const { headers } = await server.inject(REQUESTS["a sign-in"] as never);
  cookie = String(headers["set-cookie"]).split(";")[0] ?? "";
  ({ id: automationId } = await liveAutomation(millrace, "Greets", `return run.return("a", ($s) => "hello");`));
});
afterAll(async () => {
  await dispatcher.close();
  await server.close();
  await millrace.close();
  await database.close();
});

const bearer = { authorization: `Bearer ${KEY}`, "content-type": "application/json" };
const REQUESTS = {
  "a list": { method: "GET", url: "/api/v1/executions", headers: bearer },
  "a run": () => ({
    method: "POST",
    url: `/api/v1/automations/${automationId}/execute`,
    headers: bearer,
    payload: "{}",
  }),
  "a run in the background": () => ({
    ...{ method: "POST", url: `/api/v1/automations/${automationId}/execute`, payload: "{}" },
    headers: { ...bearer, prefer: "respond-async" },
  }),
  "a page's question": () => ({ method: "GET", url: "/api/trpc/users.me", headers: { cookie } }),
  "what anybody may ask": { method: "GET", url: "/api/trpc/users.setUpState" },
  "an address of a wait": { method: "POST", url: `/hooks/wait/${"a".repeat(43)}` },
  "a sign-in": {
    ...{ method: "POST", url: "/api/auth/sign-in/email", headers: { "content-type": "application/json" } },
    payload: JSON.stringify(ANA),
  },
  readiness: { method: "GET", url: "/api/ready" },
} as const;

const ask = async (name: keyof typeof REQUESTS) => {
  const request = REQUESTS[name];
  const answer = await server.inject((typeof request === "function" ? request() : request) as never);
  return { name, status: answer.statusCode, again: answer.headers["retry-after"], body: answer.body };
};
const all = () => Promise.all((Object.keys(REQUESTS) as (keyof typeof REQUESTS)[]).map(ask));

test("while the database is away everything is answered 503, and a moment after it is back all is as before", async () => {
  const before = await all();
  expect(before.filter(({ status }) => status >= 500)).toEqual([]);

  await database.goAway();
  // Who somebody is is read again by now.
  millrace.clock.advance(2_000);
  for (const answer of await all()) {
    expect(answer, answer.name).toMatchObject({ status: 503 });
    if (answer.name !== "readiness") expect(answer.again, answer.name).toBe("1");
  }

  await database.comeBack();
  const since = performance.now();
  await expect.poll(async () => (await ask("a run")).status, { timeout: 5_000 }).toBe(200);
  expect(performance.now() - since).toBeLessThan(5_000);
  const statuses = (answers: { name: string; status: number }[]) => answers.map(({ name, status }) => [name, status]);
  expect(statuses(await all())).toEqual(statuses(before));
});

test("what another process tells is heard again", async () => {
  await database.goAway();
  await database.comeBack();
  const heard = new Promise<void>((resolve) =>
    millrace.app.changes.subscribe((change) => change.id === "7" && resolve()),
  );
  const told = setInterval(() => {
    const change = JSON.stringify([{ kind: "user", workspaceId: "", id: "7" }]);
    millrace.app.pool.query("SELECT pg_notify('millrace_changes', $1)", [change]).catch(() => {});
  }, 100);
  await heard;
  clearInterval(told);
});
