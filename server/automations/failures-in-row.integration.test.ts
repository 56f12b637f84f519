import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "@/server/app";
import { FailuresInRow } from "@/server/automations/failures-in-row";
import { execute } from "@/server/runtime/execute";
import { createCaller } from "@/tests/fixtures/caller";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createSecondApp } from "@/tests/fixtures/second-app";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const automation = async (name: string) => (await liveAutomation(test, name, "return 1;")).id;
const end = (automationId: string, ends: ("failed" | "succeeded")[], app: App = test.app) =>
  Promise.all(ends.map((one) => FailuresInRow.of(app).note({ workspaceId: test.workspaceId, automationId, end: one })));
const failed = (times: number) => Array.from({ length: times }, () => "failed" as const);
const rowOf = async (id: string) =>
  (await test.app.pool.query("SELECT paused, failures_in_row FROM automation WHERE id = $1", [id])).rows[0];
const noticesOf = async (name: string) =>
  (await (await createCaller(test, "builder")).api.notices.list()).filter(({ params }) => params.automation === name);

describe("an automation that fails again and again", () => {
  it("is paused after 20 times in a row, once, with one notice and a mail", async () => {
    const { actor } = await createCaller(test, "administrator");
    const id = await automation("Always fails");
    await end(id, failed(19));
    expect(await rowOf(id)).toEqual({ paused: false, failures_in_row: 19 });
    await end(id, failed(1));
    expect(await rowOf(id)).toEqual({ paused: true, failures_in_row: 20 });
    await end(id, failed(40));
    expect(await noticesOf("Always fails")).toMatchObject([
      { kind: "automation-paused", count: 1, isRead: false, params: { automationId: id, failures: 20 } },
    ]);
    const mails = await test.app.db.outgoingMail.findMany({ where: { subject: { contains: "Always fails" } } });
    expect(mails).toHaveLength(1);
    expect(mails[0]?.executionId).toBeNull();
    expect(actor.role).toBe("administrator");
  });

  it("begins to count anew when it is resumed, and is paused again with a notice of its own", async () => {
    const id = await automation("Resumed");
    await end(id, failed(20));
    const { api } = await createCaller(test, "builder");
    await api.automations.resume({ id });
    expect(await rowOf(id)).toEqual({ paused: false, failures_in_row: 0 });
    test.clock.advance(60_000);
    await end(id, failed(20));
    expect(await noticesOf("Resumed")).toHaveLength(2);
  });

  it("is paused once however many processes see it fail at once", async () => {
    const other = await createSecondApp(test);
    const id = await automation("Seen by two");
    await Promise.all([end(id, failed(30)), end(id, failed(30), other.app)]);
    expect(await rowOf(id)).toMatchObject({ paused: true });
    expect(await noticesOf("Seen by two")).toHaveLength(1);
    await other.close();
  });

  it("that succeeds in between goes on, also where another process sees the success", async () => {
    const other = await createSecondApp(test);
    const id = await automation("Now and then");
    await end(id, [...failed(19), "succeeded", ...failed(19)]);
    expect(await rowOf(id)).toEqual({ paused: false, failures_in_row: 19 });
    await expect
      .poll(async () => {
        await end(id, ["succeeded"], other.app);
        return rowOf(id);
      })
      .toEqual({ paused: false, failures_in_row: 0 });
    await other.close();
  });
});

it("an execution that fails is counted, a test and a success of a sound automation write nothing", async () => {
  const { id, version } = await liveAutomation(
    test,
    "Throws",
    `await run.code("a", ($s) => null, ($s) => () => { throw 1; });`,
  );
  await execute(test.app, pressed(test.workspaceId, version, { mode: "test" }));
  await execute(test.app, pressed(test.workspaceId, version));
  await expect.poll(() => rowOf(id)).toEqual({ paused: false, failures_in_row: 1 });

  const sound = await liveAutomation(test, "Sound", "return 1;");
  const versionOfRow = async () =>
    (await test.app.pool.query("SELECT xmin::text FROM automation WHERE id = $1", [sound.id])).rows[0].xmin;
  const before = await versionOfRow();
  await execute(test.app, pressed(test.workspaceId, sound.version));
  await end(sound.id, ["succeeded"]);
  expect(await versionOfRow()).toBe(before);
});
