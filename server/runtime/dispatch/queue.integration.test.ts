import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "@/server/app";
import type { OpenApp } from "@/server/create-app";
import { inTransaction } from "@/server/database/in-transaction";
import { awaitExecution } from "@/server/runtime/await-execution";
import { type Dispatcher, startDispatcher } from "@/server/runtime/dispatch/dispatcher";
import { enqueueExecution } from "@/server/runtime/dispatch/enqueue-execution";
import { queueExecution } from "@/server/runtime/dispatch/queue-execution";
import { execute } from "@/server/runtime/execute";
import type { VersionToRun } from "@/server/runtime/execution-request";
import { requestCancel } from "@/server/runtime/request-cancel";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createSecondApp } from "@/tests/fixtures/second-app";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let test: TestApp;
let second: OpenApp;
let version: VersionToRun;
const dispatchers: Dispatcher[] = [];

beforeAll(async () => {
  test = await createTestApp();
  second = await createSecondApp(test);
  ({ version } = await liveAutomation(test, "Greets", `return run.return("a", ($s) => "hello");`));
});
afterAll(async () => {
  await Promise.all(dispatchers.map((dispatcher) => dispatcher.close()));
  await second.close();
  await test.close();
});

const dispatch = (app: App) => {
  const dispatcher = startDispatcher(app);
  dispatchers.push(dispatcher);
  return dispatcher;
};
const stopAll = () => Promise.all(dispatchers.splice(0).map((dispatcher) => dispatcher.close()));
const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const endOf = (executionId: string, app = test.app) =>
  awaitExecution(app, { workspaceId: test.workspaceId, executionId }, { throughWaits: true });

describe("an execution that is queued", () => {
  it("is there when its cause is committed, and never when the cause is not", async () => {
    const { app, workspaceId } = test;
    const given = pressed(workspaceId, version, { requestId: uuidv7() });
    let withdrawn = "";
    const cause = inTransaction(app, async (tx) => {
      withdrawn = (await enqueueExecution(tx, app, given)).executionId;
      throw new Error("the record could not be saved");
    });
    await expect(cause).rejects.toThrow("could not be saved");
    expect(await rowsOf("SELECT 1 FROM execution WHERE id = $1", withdrawn)).toEqual([]);

    const { executionId, isNew } = await queueExecution(app, given);
    expect(isNew).toBe(true);
    expect(
      await rowsOf("SELECT status, started_at, lease_owner, lease_until FROM execution WHERE id = $1", executionId),
    ).toEqual([{ status: "queued", started_at: null, lease_owner: null, lease_until: null }]);
    expect(await queueExecution(app, given)).toEqual({ executionId, isNew: false });
  });

  it("is run by another process, as soon as that one hears of it", async () => {
    dispatch(second.app);
    const { executionId } = await queueExecution(test.app, pressed(test.workspaceId, version));
    expect(await endOf(executionId)).toMatchObject({ status: "succeeded", output: "hello" });
    const [row] = await rowsOf(
      "SELECT fence, started_at >= queued_at AS after FROM execution WHERE id = $1",
      executionId,
    );
    expect(row).toEqual({ fence: "1", after: true });
    await stopAll();
  });

  it("is run once, whoever looks for it", async () => {
    const { workspaceId } = test;
    const ids = await Promise.all(
      Array.from(
        { length: 60 },
        async () => (await queueExecution(test.app, pressed(workspaceId, version))).executionId,
      ),
    );
    dispatch(test.app);
    dispatch(second.app);
    await Promise.all(ids.map((id) => endOf(id)));
    expect(
      await rowsOf("SELECT status, fence, count(*)::int FROM execution WHERE id = ANY($1) GROUP BY 1, 2", ids),
    ).toEqual([{ status: "succeeded", fence: "1", count: 60 }]);
    await stopAll();
  });

  it("ends at once when a person cancels it", async () => {
    const { executionId } = await queueExecution(test.app, pressed(test.workspaceId, version));
    await requestCancel(test.app, test.workspaceId, executionId);
    expect(await endOf(executionId)).toMatchObject({ status: "canceled", error: { code: "CANCELED" } });
    dispatch(second.app);
    const { executionId: next } = await queueExecution(test.app, pressed(test.workspaceId, version));
    await endOf(next);
    expect(await endOf(executionId)).toMatchObject({ status: "canceled" });
    await stopAll();
  });
});

describe("a queue of 50,000", () => {
  it("does not delay the start of another automation", async () => {
    const { app, workspaceId } = test;
    const { version: flooding } = await liveAutomation(test, "Floods", `return run.return("a", ($s) => 1);`);
    const { executionId } = await queueExecution(app, pressed(workspaceId, flooding));
    await app.pool.query(
      `INSERT INTO execution (id, workspace_id, automation_id, version_id, mode, status, trigger_type, trigger_node_id,
         input, started_from, limits, seed)
       SELECT gen_random_uuid(), workspace_id, automation_id, version_id, mode, status, trigger_type, trigger_node_id,
         input, started_from, limits, seed FROM execution, generate_series(1, 50000) WHERE id = $1`,
      [executionId],
    );
    dispatch(test.app);
    dispatch(second.app);
    const delays: number[] = [];
    for (let round = 0; round < 10; round++) {
      const { executionId: id } = await queueExecution(app, pressed(workspaceId, version));
      await endOf(id);
      const [{ delay }] = await rowsOf(
        "SELECT extract(epoch FROM started_at - queued_at)::float8 AS delay FROM execution WHERE id = $1",
        id,
      );
      delays.push(delay);
    }
    expect(Math.max(...delays)).toBeLessThan(2);
    await stopAll();
  }, 60_000);
});

describe("executions of one key", () => {
  const TAKES_A_WHILE = `
    await run.wait("a", ($s) => ({ for: "time", ms: 30 }));
    return run.return("b", ($s) => trigger.email);`;

  it("run one after another in the order they arrived, whichever process has room, and others beside them", async () => {
    const { app, workspaceId } = test;
    const { version: turns } = await liveAutomation(test, "Takes turns", TAKES_A_WHILE, { oneByOne: { per: "email" } });
    dispatch(test.app);
    dispatch(second.app);
    const ids: string[] = [];
    for (let number = 0; number < 12; number++) {
      const input = { email: number % 3 === 0 ? "ada@example.org" : `nobody-${number}@example.org` };
      ids.push((await queueExecution(app, pressed(workspaceId, turns, { input }))).executionId);
    }
    await Promise.all(ids.map((id) => endOf(id)));

    const rows = await rowsOf(
      `SELECT input->>'email' AS email, started_at AS "startedAt", finished_at AS "finishedAt"
         FROM execution WHERE id = ANY($1) ORDER BY queued_at, id`,
      ids,
    );
    const ofOne = rows.filter(({ email }) => email === "ada@example.org");
    expect(ofOne).toHaveLength(4);
    const starts = ofOne.map(({ startedAt }) => startedAt.getTime());
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    await stopAll();
  });

  it("are never two that have begun, says the database", async () => {
    const { app, workspaceId } = test;
    const { version: turns } = await liveAutomation(test, "Alone", TAKES_A_WHILE, { oneByOne: {} });
    const { executionId: first } = await queueExecution(app, pressed(workspaceId, turns));
    const { executionId: other } = await queueExecution(app, pressed(workspaceId, turns));
    const begin = (id: string) =>
      app.pool.query("UPDATE execution SET status = 'running', started_at = now() WHERE id = $1", [id]);
    await begin(first);
    await expect(begin(other)).rejects.toThrow("execution_begun_by_key");
    await requestCancel(app, workspaceId, other);
    await app.pool.query("UPDATE execution SET status = 'queued', started_at = NULL WHERE id = $1", [first]);
    await requestCancel(app, workspaceId, first);
  });

  it("are waited for by who pressed, until as long as they may run", async () => {
    const { app, workspaceId } = test;
    const { version: turns } = await liveAutomation(test, "Pressed", TAKES_A_WHILE, { oneByOne: { per: "email" } });
    const late = await execute(app, pressed(workspaceId, turns, { limits: { activeTimeMs: 50 } }));
    expect(late).toMatchObject({ status: "queued" });
    await requestCancel(app, workspaceId, late.executionId);

    dispatch(second.app);
    const [one, two] = await Promise.all([1, 2].map(() => execute(app, pressed(workspaceId, turns))));
    expect([one, two]).toMatchObject([
      { status: "succeeded", output: "ada@example.org" },
      { status: "succeeded", output: "ada@example.org" },
    ]);
    await stopAll();
  });

  it("do not hold up those of other keys, however many lie before them", async () => {
    const { app, workspaceId } = test;
    const { version: turns } = await liveAutomation(test, "Crowded", `return run.return("a", ($s) => 1);`, {
      oneByOne: { per: "email" },
    });
    const { executionId } = await queueExecution(app, pressed(workspaceId, turns));
    await app.pool.query(
      `INSERT INTO execution (id, workspace_id, automation_id, version_id, mode, status, trigger_type, trigger_node_id,
         input, started_from, limits, seed, concurrency_key)
       SELECT gen_random_uuid(), workspace_id, automation_id, version_id, mode, status, trigger_type, trigger_node_id,
         input, started_from, limits, seed, concurrency_key FROM execution, generate_series(1, 20000) WHERE id = $1`,
      [executionId],
    );
    dispatch(second.app);
    const input = { email: "grace@example.org" };
    const { executionId: other } = await queueExecution(app, pressed(workspaceId, turns, { input }));
    await endOf(other);
    const [row] = await rowsOf("SELECT started_at - queued_at < '2 s' AS soon FROM execution WHERE id = $1", other);
    expect(row).toEqual({ soon: true });
    await stopAll();
  });
});
