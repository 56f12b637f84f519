import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pruneTestVersions } from "@/server/automations/prune-test-versions";
import { addJob } from "@/server/queue/add-job";
import { startQueue } from "@/server/queue/queue";
import { pruneSessions } from "@/server/users/prune-sessions";
import { createCaller } from "@/tests/fixtures/caller";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const DAY = 24 * 3_600_000;
let running: TestApp;

beforeAll(async () => {
  running = await createTestApp();
});
afterAll(() => running.close());

async function addSession(userId: string, expiresAt: Date): Promise<string> {
  const id = randomUUID();
  await running.app.db.session.create({ data: { id, token: id, userId, expiresAt } });
  return id;
}

const sessionIds = async () => (await running.app.db.session.findMany({ select: { id: true } })).map(({ id }) => id);

test("sessions go when they have expired", async () => {
  const { clock, app } = running;
  const { actor } = await createCaller(running, "member");
  await addSession(actor.userId ?? "", new Date(clock.now().getTime() + DAY));
  const later = await addSession(actor.userId ?? "", new Date(clock.now().getTime() + 3 * DAY));

  clock.advance(2 * DAY);
  await pruneSessions(app);

  expect(await sessionIds()).toEqual([later]);
});

test("a version made for a test goes after a week unless an execution shows it; published ones stay", async () => {
  const { clock, app, workspaceId } = running;
  const automationId = randomUUID();
  const now = clock.now();
  await app.db.automation.create({
    data: { id: automationId, workspaceId, name: "A", draft: {}, ownerId: "o", updatedById: "o" },
  });
  const version = (kind: string) => ({
    id: randomUUID(),
    workspaceId,
    automationId,
    kind,
    document: {},
    typescript: "",
    javascript: "",
    lineMap: [],
    abi: 1,
    functionVersions: [],
    createdById: "o",
    createdAt: now,
  });
  const [unused, published] = [version("test"), version("published")];
  await app.db.automationVersion.createMany({ data: [unused, published] });

  clock.advance(6 * DAY);
  const early = await pruneTestVersions(app);
  clock.advance(2 * DAY);
  const late = await pruneTestVersions(app);

  expect([early, late]).toEqual([0, 1]);
  expect(await app.db.automationVersion.findMany({ select: { id: true } })).toEqual([{ id: published.id }]);
});

test("the queue does a job of a transaction that committed, and says that it is ready", async () => {
  const { app, clock, databaseUrl } = running;
  const { actor } = await createCaller(running, "member");
  const queue = await startQueue(app, databaseUrl);
  await addSession(actor.userId ?? "", new Date(clock.now().getTime() - DAY));

  const client = await app.pool.connect();
  await client.query("BEGIN");
  await addJob(client, "prune");
  await client.query("COMMIT");
  client.release();

  await expect.poll(async () => (await sessionIds()).length, { timeout: 20_000 }).toBeLessThanOrEqual(1);
  expect(queue.ready()).toBe(true);
  await queue.close();
});
