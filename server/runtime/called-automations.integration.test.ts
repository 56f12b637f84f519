import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { execute } from "@/server/runtime/execute";
import { requestCancel } from "@/server/runtime/request-cancel";
import { createCaller } from "@/tests/fixtures/caller";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;

beforeAll(async () => {
  test = await createTestApp();
});
afterAll(() => test.close());

const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const run = (body: string) => execute(test.app, pressed(test.workspaceId, handWritten(body)));
const call = (name: string, given: object = {}) =>
  `await run.automation("a", ($s) => (${JSON.stringify({ automation: name, arguments: given })}))`;

const live = async (name: string, body: string, more: Parameters<typeof liveAutomation>[3] = {}) =>
  (await liveAutomation(test, name, body, more)).id;

describe("a step that runs another automation", () => {
  it("gives its answer, and the other one has an execution of its own that says who called", async () => {
    const { actor } = await createCaller(test, "builder");
    const ownerId = actor.userId ?? "";
    const id = await live("Double", `return run.return("a", ($s) => trigger.n * 2);`, {
      parameters: [{ name: "n", type: "number", required: true }],
      ownerId,
    });
    const outcome = await run(`return ${call("Double", { n: 21 })};`);
    expect(outcome).toMatchObject({ status: "succeeded", output: 42 });
    const [nested] = await rowsOf("SELECT * FROM execution WHERE automation_id = $1", id);
    expect(nested).toMatchObject({
      status: "succeeded",
      trigger_type: "manual",
      cause_execution_id: outcome.executionId,
      depth: 1,
      runs_as_id: ownerId,
    });
    expect(nested.started_from).toMatch(/^automation /);
  });

  it("fails with the other one's words and a link to its run", async () => {
    const id = await live(
      "Broken",
      `await run.code("a", ($s) => null, ($s) => () => { throw new Error("no milk"); });`,
    );
    const outcome = await run(`return ${call("Broken")};`);
    const [nested] = await rowsOf("SELECT id FROM execution WHERE automation_id = $1", id);
    expect(outcome.error).toMatchObject({
      code: "CALLED_AUTOMATION_FAILED",
      nodeId: "node-a",
      message: expect.stringContaining("no milk"),
      params: { automation: "Broken", executionId: nested.id },
    });
  });

  it("is stopped with the run that called it", async () => {
    const id = await live(
      "Long",
      `await run.wait("a", ($s) => ({ for: "time", ms: 900 })); await run.wait("b", ($s) => ({ for: "time", ms: 900 }));
      await run.wait("c", ($s) => ({ for: "time", ms: 900 })); return 1;`,
    );
    const running = run(`return ${call("Long")};`);
    await expect.poll(() => rowsOf("SELECT id FROM execution WHERE automation_id = $1", id)).toHaveLength(1);
    const [{ cause }] = await rowsOf("SELECT cause_execution_id AS cause FROM execution WHERE automation_id = $1", id);
    await requestCancel(test.app, test.workspaceId, cause);
    expect(await running).toMatchObject({ status: "canceled" });
    expect(await rowsOf("SELECT status FROM execution WHERE automation_id = $1", id)).toEqual([{ status: "canceled" }]);
  });

  it("says why it cannot: unknown, unpublished, paused, started otherwise, more than one, arguments", async () => {
    await live("Draft", "return 1;", { published: false });
    await live("Paused", "return 1;", { paused: true });
    await live("Button", "return 1;", { type: "button" });
    await live("Twice", "return 1;");
    await live("Twice", "return 2;");
    await live("Once", "return 1;");
    await live("Once", "return 2;", { paused: true });
    await live("Strict", "return 1;", { parameters: [{ name: "n", type: "number", required: true }] });
    const reasonOf = async (name: string, given = {}) => (await run(`return ${call(name, given)};`)).error?.params;
    expect(await reasonOf("Nope")).toMatchObject({ reason: "unknown", automation: "Nope" });
    expect(await reasonOf("Draft")).toMatchObject({ reason: "draft" });
    expect(await reasonOf("Paused")).toMatchObject({ reason: "paused" });
    expect(await reasonOf("Button")).toMatchObject({ reason: "start" });
    expect(await reasonOf("Twice")).toMatchObject({ reason: "many", count: 2 });
    expect(await reasonOf("Strict")).toMatchObject({ reason: "arguments", argument: "n", problem: "missing" });
    expect(await reasonOf("Strict", { n: "x" })).toMatchObject({ problem: "wrong-type", expected: "number" });
    expect(await run(`return ${call("Once")};`)).toMatchObject({ output: 1 });
  });

  it("ends when automations call themselves without end", async () => {
    const { actor } = await createCaller(test, "builder");
    await live("Mirror", `return ${call("Mirror")};`, { ownerId: actor.userId ?? "" });
    const outcome = await run(`return ${call("Mirror")};`);
    expect(outcome.error).toMatchObject({ code: "CALLED_AUTOMATION_FAILED" });
    const depths = await rowsOf("SELECT depth FROM execution WHERE error->>'code' = 'CALL_DEPTH_LIMIT'");
    expect(depths).toEqual([{ depth: 10 }]);
  });
});
