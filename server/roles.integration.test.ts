import { afterAll, beforeAll, expect, test } from "vitest";
import { awaitExecution } from "@/server/runtime/await-execution";
import { queueExecution } from "@/server/runtime/dispatch/queue-execution";
import { ask } from "@/tests/fixtures/ask";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { bundleProduct, newMasterKey, type RoleProcess, startRole } from "@/tests/fixtures/role-process";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";
import { createTestDatabase, type TestDatabase } from "@/tests/fixtures/test-database";

const processes: RoleProcess[] = [];
let empty: TestDatabase;
let web: TestApp;
const masterKey = newMasterKey();

beforeAll(async () => {
  await bundleProduct();
  empty = await createTestDatabase();
  web = await createTestApp({ MILLRACE_MASTER_KEY: masterKey });
}, 60_000);
afterAll(async () => {
  await Promise.all(processes.map((one) => one.close()));
  await web.close();
  await empty.drop();
});

async function start(settings: Record<string, string>): Promise<RoleProcess> {
  const started = await startRole(settings);
  processes.push(started);
  return started;
}

test("a role without a database to share is refused with a sentence", async () => {
  const alone = await start({ MILLRACE_ROLE: "worker" });
  expect(await alone.ended).toMatchObject({ code: 1, complaint: expect.stringContaining("set DATABASE_URL") });
}, 60_000);

test("processes that start together prepare one workspace and one administrator, and one with another key is refused", async () => {
  const settings = {
    ...{ MILLRACE_ROLE: "worker", DATABASE_URL: empty.url, MILLRACE_MASTER_KEY: masterKey },
    ...{ MILLRACE_OWNER_EMAIL: "ana@example.com", MILLRACE_OWNER_PASSWORD: "a long pass phrase" },
  };
  const both = await Promise.all([start(settings), start(settings)]);
  await Promise.all(both.map(({ ready }) => ready));
  const stranger = await start({ ...settings, MILLRACE_MASTER_KEY: newMasterKey() });
  expect(await stranger.ended).toMatchObject({ code: 1, complaint: expect.stringContaining("another master key") });
  await expect(empty.run("SELECT 1 / (count(*) = 1)::int FROM workspace")).resolves.toBeUndefined();
  await expect(empty.run('SELECT 1 / (count(*) = 1)::int FROM "user"')).resolves.toBeUndefined();
  await Promise.all(both.map(({ close }) => close()));
}, 120_000);

test("a worker runs what a web process queued, says how it is and no more, and says first that it stops", async () => {
  const { app, workspaceId } = web;
  const worker = await start({
    ...{ MILLRACE_ROLE: "worker", DATABASE_URL: web.databaseUrl, MILLRACE_MASTER_KEY: masterKey },
    MILLRACE_DRAIN_SECONDS: "2",
  });
  await worker.ready;
  const { version } = await liveAutomation(web, "Greets", `return run.return("a", ($s) => "hello");`);
  const { executionId } = await queueExecution(app, pressed(workspaceId, version));
  expect(await awaitExecution(app, { workspaceId, executionId })).toMatchObject({
    status: "succeeded",
    output: "hello",
  });

  const askWorker = (path: string) => ask(`${worker.url}${path}`);
  expect(await (await askWorker("/api/ready")).json()).toEqual({
    status: "ready",
    checks: { database: "ok", sandbox: "ok", queue: "ok", executions: "ok" },
  });
  for (const path of ["/", "/api/v1/executions", "/api/trpc/users.setUpState", "/hooks/wait/x"])
    expect((await askWorker(path)).status, path).toBe(404);

  worker.child.kill("SIGTERM");
  await expect.poll(async () => (await askWorker("/api/ready")).status).toBe(503);
  expect((await askWorker("/api/health")).status).toBe(200);
  expect(await worker.ended).toMatchObject({ code: 0 });
}, 120_000);
