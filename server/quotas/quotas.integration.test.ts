import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { LimitChanges } from "@/core/execution/workspace-limits";
import type { OpenApp } from "@/server/create-app";
import { setLimits } from "@/server/limits/set-limits";
import { takeQuota } from "@/server/quotas/take-quota";
import { ensureStandardModules } from "@/server/records/ensure-standard-modules";
import { execute } from "@/server/runtime/execute";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { createCaller } from "@/tests/fixtures/caller";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createSecondApp } from "@/tests/fixtures/second-app";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const HOUR = 3_600_000;
let shared: TestApp;
let other: OpenApp;
beforeAll(async () => {
  shared = await createTestApp();
  other = await createSecondApp(shared);
});
afterAll(async () => {
  await other.close();
  await shared.close();
});

/** A workspace of its own, at this moment. */
async function workspace({
  now = "2026-11-25T12:00:00Z",
  timeZone = "Europe/Paris",
  limits = {} as LimitChanges,
} = {}) {
  const { app, clock } = shared;
  clock.set(new Date(now));
  const workspaceId = uuidv7();
  await app.db.workspace.create({ data: { id: workspaceId, name: "Quotas", timeZone } });
  const client = await app.pool.connect();
  await ensureStandardModules(client, workspaceId).finally(() => client.release());
  const test = { ...shared, workspaceId };
  const owner = await createCaller(test, "administrator");
  await setLimits(app, owner.actor, limits);
  return { ...test, owner };
}

const inZone = ({ app, workspaceId }: Pick<TestApp, "app" | "workspaceId">, timeZone: string) =>
  app.db.workspace.update({ where: { id: workspaceId }, data: { timeZone } });

const grantedOf = async (asks: Promise<void>[]) =>
  (await Promise.allSettled(asks)).filter(({ status }) => status === "fulfilled").length;
const useOf = async ({ app, workspaceId }: Pick<TestApp, "app" | "workspaceId">) =>
  (
    await app.pool.query(
      `SELECT to_char(day, 'YYYY-MM-DD') AS day, quota, used, refused FROM quota_use WHERE workspace_id = $1 ORDER BY 1, 2`,
      [workspaceId],
    )
  ).rows;

const call = (step: string) => `await run.function("${step}", ($s) => ({}), ($s) => () => { $s.t(); return 1; });`;
const lead = (step: string) =>
  `await run.createRecord("${step}", ($s) => ({ module: "Leads", data: { Last_Name: "Ada", Company: "Acme" } }));`;

describe("a daily quota", () => {
  it("of which ten are left grants ten of 500 who ask at once, in one process and from two", async () => {
    const test = await workspace({ limits: { "perDay.mails": 10, "perDay.httpCalls": 10 } });
    const { app, workspaceId } = test;
    const mails = { workspaceId, quota: "mails", sourceId: null } as const;
    expect(await grantedOf(Array.from({ length: 500 }, () => takeQuota(app, mails)))).toBe(10);

    const calls = { ...mails, quota: "httpCalls" } as const;
    const asks = Array.from({ length: 500 }, (_, index) => takeQuota(index % 2 ? app : other.app, calls));
    expect(await grantedOf(asks)).toBe(10);
    expect(await useOf(test)).toEqual([
      { day: "2026-11-25", quota: "httpCalls", used: 10, refused: 490 },
      { day: "2026-11-25", quota: "mails", used: 10, refused: 490 },
    ]);
  });

  it("of function calls is the lower of the most and of what so many people may", async () => {
    const limits = { "perDay.functionCalls": 100, "perDay.functionCallsPerPerson": 2, "perDay.peopleCounted": 3 };
    const { app, workspaceId } = await workspace({ limits });
    const ask = { workspaceId, quota: "functionCalls", sourceId: null } as const;
    expect(await grantedOf(Array.from({ length: 20 }, () => takeQuota(app, ask)))).toBe(6);
  });

  it.each([
    ["of 23 hours", "2026-03-28T23:00:00Z", 23],
    ["of 25 hours", "2026-10-24T22:00:00Z", 25],
  ])("counts for a day %s, and anew from its midnight", async (_what, midnight, hours) => {
    const test = await workspace({ now: midnight, limits: { "perDay.mails": 1 } });
    const ask = () => takeQuota(test.app, { workspaceId: test.workspaceId, quota: "mails", sourceId: null });
    await ask();
    test.clock.advance(hours * HOUR - 1);
    await expect(ask()).rejects.toMatchObject({ code: "DAY_LIMIT", params: { limit: 1, until: "00:00", seconds: 1 } });
    test.clock.advance(1);
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "DAY_LIMIT" });
  });

  it.each([
    ["east", "Pacific/Kiritimati", 12],
    ["west", "Pacific/Honolulu", 22],
  ])("gives no second day when the zone is changed to one further %s", async (_what, zone, freshAfterHours) => {
    const test = await workspace({ timeZone: "UTC", limits: { "perDay.mails": 1 } });
    const ask = (app = test.app) => takeQuota(app, { workspaceId: test.workspaceId, quota: "mails", sourceId: null });
    await ask();
    await inZone(test, zone);
    for (let hour = 0; hour < freshAfterHours; hour++) {
      await expect(ask()).rejects.toMatchObject({ code: "DAY_LIMIT" });
      await expect(ask(other.app)).rejects.toMatchObject({ code: "DAY_LIMIT" });
      test.clock.advance(HOUR);
    }
    await ask(other.app);
    await expect(ask()).rejects.toMatchObject({ code: "DAY_LIMIT" });
  });

  it("that an administrator raises goes on at once, in other processes too", async () => {
    const test = await workspace({ limits: { "perDay.mails": 1 } });
    const ask = () => takeQuota(other.app, { workspaceId: test.workspaceId, quota: "mails", sourceId: null });
    await ask();
    await expect(ask()).rejects.toMatchObject({ code: "DAY_LIMIT" });
    await setLimits(test.app, test.owner.actor, { "perDay.mails": 2 });
    await expect.poll(() => grantedOf([ask()])).toBe(1);
  });
});

describe("an execution at a day's limit", () => {
  async function run(test: TestApp, body: string) {
    const { version, id } = await liveAutomation(test, `Quota ${body.length}`, body, { type: "button" });
    return { automationId: id, outcome: await execute(test.app, pressed(test.workspaceId, version)) };
  }

  it("is refused before it does anything where a function comes first, and is in the history", async () => {
    const test = await workspace({ limits: { "perDay.functionCalls": 0 } });
    const { outcome } = await run(test, `${call("a")} ${lead("b")}`);
    const error = { code: "DAY_LIMIT", nodeId: "node-a", params: { quota: "functionCalls", limit: 0, until: "00:00" } };
    expect(outcome).toMatchObject({ status: "failed", error });
    const { api } = await createCaller(test, "builder");
    expect(await api.executions.get({ id: outcome.executionId })).toMatchObject({ effects: [], summary: [] });
    expect((await api.executions.list({ filter: { status: "refused" } })).items).toMatchObject([
      { id: outcome.executionId },
    ]);
  });

  it("stops at the step that is refused, with what was done before it", async () => {
    const test = await workspace({ limits: { "perDay.recordOperations": 2 } });
    const { outcome } = await run(test, `${lead("a")} ${lead("b")} ${lead("c")}`);
    expect(outcome).toMatchObject({ status: "failed", error: { code: "DAY_LIMIT", nodeId: "node-c" } });
    const { rows } = await test.app.pool.query(
      "SELECT node_id, status FROM execution_effect WHERE workspace_id = $1 ORDER BY node_id",
      [test.workspaceId],
    );
    expect(rows).toEqual([
      { node_id: "node-a", status: "done" },
      { node_id: "node-b", status: "done" },
      { node_id: "node-c", status: "failed" },
    ]);
    expect(await useOf(test)).toMatchObject([{ quota: "recordOperations", used: 2, refused: 1 }]);
  });

  it("goes down the line of a step that has one", async () => {
    const test = await workspace({ limits: { "perDay.functionCalls": 0 } });
    const body = `const a = await run.attempt(() => run.function("a", ($s) => ({}), ($s) => () => 1));
      return await run.return("b", ($s) => run.failed(a) ? a.error.code : "called");`;
    expect((await run(test, body)).outcome).toMatchObject({ status: "succeeded", output: "DAY_LIMIT" });
  });

  it("pays for each function it calls, and for none when it has none", async () => {
    const test = await workspace();
    expect((await run(test, `${call("a")} ${call("b")} return 1;`)).outcome.status).toBe("succeeded");
    await run(test, `await run.code("a", ($s) => null, ($s) => () => 1); return 2;`);
    expect(await useOf(test)).toEqual([{ day: "2026-11-25", quota: "functionCalls", used: 2, refused: 0 }]);
  });

  it("does not pay again for what is in the journal when it goes on", async () => {
    const test = await workspace();
    const wait = `await run.wait("c", ($s) => ({ for: "time", ms: ${HOUR} }));`;
    const { outcome } = await run(test, `${call("a")} ${lead("b")} ${wait} ${call("d")} return 1;`);
    expect(outcome.status).toBe("waiting");
    await test.app.pool.query("UPDATE wait_ticket SET due_at = now() WHERE workspace_id = $1", [test.workspaceId]);
    await test.app.pool.query("UPDATE execution SET wake_at = now() WHERE workspace_id = $1", [test.workspaceId]);
    for (const { finished } of await wakeWaiting(test.app)) await finished;
    expect(
      await test.app.pool.query("SELECT status FROM execution WHERE workspace_id = $1", [test.workspaceId]),
    ).toMatchObject({
      rows: [{ status: "succeeded" }],
    });
    expect(await useOf(test)).toMatchObject([
      { quota: "functionCalls", used: 2 },
      { quota: "recordOperations", used: 1 },
    ]);
  });

  it("that stops before its effects asks for its functions, and shows the effect it would have done", async () => {
    const test = await workspace();
    const { version } = await liveAutomation(test, "Stops", `${call("a")} ${lead("b")}`, { type: "button" });
    const outcome = await execute(
      test.app,
      pressed(test.workspaceId, version, { mode: "test", stopBeforeEffects: true }),
    );
    expect(outcome).toMatchObject({ status: "canceled", planned: [{ kind: "record.create", nodeId: "node-b" }] });
    expect(await useOf(test)).toMatchObject([{ quota: "functionCalls", used: 1 }]);
  });

  it("tells the administrators once a day and quota, in a notice and by mail", async () => {
    const test = await workspace({ limits: { "perDay.functionCalls": 0, "perDay.recordOperations": 0 } });
    await run(test, call("a"));
    await run(test, `${call("a")} `);
    await run(test, lead("a"));
    const notices = await test.owner.api.notices.list();
    expect(notices.map(({ params, isRead }) => [params.quota, isRead])).toEqual([
      ["recordOperations", false],
      ["functionCalls", false],
    ]);
    const { mails } = await test.owner.api.mails.list();
    expect(mails).toHaveLength(2);
    expect(mails[1]).toMatchObject({ subject: "Day limit reached: function calls", executionId: null });
    expect(mails[1]?.text).toContain("are used up");

    await test.owner.api.notices.markRead({ ids: notices.map(({ id }) => id) });
    expect((await test.owner.api.notices.list()).every(({ isRead }) => isRead)).toBe(true);
    expect(await (await createCaller(test, "builder")).api.notices.list()).toEqual([]);

    test.clock.advance(24 * HOUR);
    await run(test, call("a"));
    expect(await test.owner.api.notices.list()).toHaveLength(3);
  });

  it("is among what the usage page shows: who used how much, by day, and when the limit is reached", async () => {
    const test = await workspace({ limits: { "perDay.recordOperations": 40 } });
    const { automationId } = await run(test, `${lead("a")} ${lead("b")}`);
    test.clock.advance(24 * HOUR);
    await run(test, `${lead("a")}`);
    test.clock.advance(HOUR / 2);
    const { today, history, day, timeZone } = await test.owner.api.quotas.usage();
    expect({ day, timeZone }).toEqual({ day: "2026-11-26", timeZone: "Europe/Paris" });
    const records = today.find(({ quota }) => quota === "recordOperations");
    expect(records).toMatchObject({ used: 1, refused: 0, limit: 40, forecast: { kind: "lasts" } });
    expect(records?.sources).toMatchObject([{ kind: "automation", used: 1 }]);
    expect(history).toMatchObject([
      { day: "2026-11-26", used: 1 },
      { day: "2026-11-25", used: 2 },
    ]);
    expect(automationId).not.toBe(records?.sources[0]?.id);
  });
});
