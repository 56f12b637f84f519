import { afterEach, beforeEach, expect, it } from "vitest";
import { journalPartitions } from "@/server/retention/journal-partitions";
import { makePartitions } from "@/server/retention/make-partitions";
import { pruneExecutions } from "@/server/retention/prune-executions";
import { prunePartitions } from "@/server/retention/prune-partitions";
import { firstIdAt } from "@/server/retention/weeks";
import { execute } from "@/server/runtime/execute";
import { wakeWaiting } from "@/server/runtime/wake-waiting";
import { type Caller, createCaller } from "@/tests/fixtures/caller";
import { handWritten, pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

const DAY = 24 * 3_600_000;
const SUCCEEDS = `const a = await run.code("a", ($s) => null, ($s) => async () => 1);`;
const FAILS = `await run.code("a", ($s) => null, ($s) => async () => { throw new Error("no"); });`;
const WAITS = `await run.wait("a", ($s) => ({ for: "time", ms: 300 * 86400000 })); ${SUCCEEDS.replaceAll('"a"', '"b"')}`;

let test: TestApp;
let builder: Caller;

beforeEach(async () => {
  test = await createTestApp();
  builder = await createCaller(test, "builder");
});
afterEach(() => test.close());

const rowsOf = async (sql: string, ...values: unknown[]) => (await test.app.pool.query(sql, values)).rows;
const idsOf = async (table: string, column: string) =>
  (await rowsOf(`SELECT DISTINCT ${column} AS id FROM ${table} ORDER BY 1`)).map(({ id }) => id);

async function ran(body: string): Promise<string> {
  const { version } = await liveAutomation(test, "Ran", body);
  return (await execute(test.app, pressed(test.workspaceId, version))).executionId;
}

/** As the daily task does it. */
async function prune() {
  return { executions: await pruneExecutions(test.app), partitions: await prunePartitions(test.app) };
}

it("says of a run that is gone until when it was kept", async () => {
  const id = await ran(SUCCEEDS);
  const [{ at }] = await rowsOf("SELECT started_at AS at FROM execution");
  test.clock.advance(45 * DAY);
  await prune();

  await expect(builder.api.executions.get({ id })).rejects.toMatchObject({
    message: "EXECUTION_FORGOTTEN",
    cause: { params: { id, days: 30, failedDays: 90 } },
  });
  expect(at).toBeInstanceOf(Date);
  await expect(builder.api.executions.get({ id: firstIdAt(Date.now()).replace(/0000-0/, "7000-8") })).rejects.toThrow();
});

it("keeps only the newest of a workspace where a number is set", async () => {
  const ids = [await ran(SUCCEEDS), await ran(SUCCEEDS), await ran(SUCCEEDS), await ran(WAITS)];
  const app = { ...test.app, env: { ...test.app.env, keepExecutions: 2 } };

  expect(await pruneExecutions(app)).toBe(1);

  expect(await idsOf("execution", "id")).toEqual(ids.slice(1).sort());
});

it("takes files and tickets along, but not what a mail waits to be sent with", async () => {
  const [first, second] = [await ran(SUCCEEDS), await ran(SUCCEEDS)];
  const fileOf = async (executionId: string): Promise<string> => {
    const [{ id }] = await rowsOf(
      `INSERT INTO stored_file (id, workspace_id, execution_id, name, type, size, sha256, content)
       VALUES (gen_random_uuid(), $1, $2, 'a.txt', 'text/plain', 1, '', 'a') RETURNING id`,
      test.workspaceId,
      executionId,
    );
    return id;
  };
  const attached = await fileOf(first);
  await fileOf(second);
  await rowsOf(
    `INSERT INTO outgoing_mail (id, workspace_id, execution_id, node_id, status, "to", cc, subject, attachments)
     VALUES (gen_random_uuid(), $1, $2, 'n', 'queued', '{}', '{}', '', $3)`,
    test.workspaceId,
    first,
    JSON.stringify([{ file: attached, name: "a.txt" }]),
  );
  test.clock.advance(45 * DAY);

  await prune();

  expect(await idsOf("stored_file", "id")).toEqual([attached]);
});

it("weeks are made ahead; what came before its week was made is put into it", async () => {
  const before = await journalPartitions(test.app.pool);
  await makePartitions(test.app);
  const later = firstIdAt(Date.now() + 21 * DAY);
  const last = (await journalPartitions(test.app.pool)).filter(({ table }) => table === "execution_step").at(-1);
  expect(last && last.to > later).toBe(true);
  await rowsOf(`DROP TABLE history."${last?.name}"`);
  const stray = firstIdAt(Date.now() + 35 * DAY);
  await rowsOf(
    `INSERT INTO execution_step (execution_id, node_id, workspace_id, ordinal, status, log, statements, started_at, duration_ms)
     VALUES ($1, 'n', $2, 0, 'succeeded', '[]', 0, now(), 0)`,
    stray,
    test.workspaceId,
  );
  expect(await idsOf("history.execution_step_default", "execution_id")).toEqual([stray]);

  expect(await makePartitions(test.app)).toEqual([last?.name]);

  expect(await idsOf("history.execution_step_default", "execution_id")).toEqual([]);
  expect(await idsOf("execution_step", "execution_id")).toEqual([stray]);
  expect((await journalPartitions(test.app.pool)).length).toBeGreaterThan(before.length);
});

it("finds one execution's steps in one partition", async () => {
  await makePartitions(test.app);
  const id = (await execute(test.app, pressed(test.workspaceId, handWritten(SUCCEEDS)))).executionId;
  const plan = (await rowsOf("EXPLAIN SELECT * FROM execution_step WHERE execution_id = $1", id)).map(
    (row) => row["QUERY PLAN"] as string,
  );
  expect(plan.join("\n").match(/on (execution_step\w+)/g)).toHaveLength(1);
});

it("keeps what succeeded for a month, what failed for three, and what has not ended for ever, and drops their weeks", async () => {
  const [succeeded, failed, waiting] = [await ran(SUCCEEDS), await ran(FAILS), await ran(WAITS)];
  expect((await prune()).executions).toBe(0);
  const journalOf = () => idsOf("execution_step", "execution_id");
  expect(await journalOf()).toEqual([succeeded, failed, waiting].sort());

  test.clock.advance(45 * DAY);
  expect(await prune()).toEqual({ executions: 1, partitions: { dropped: 0, compacted: 2 } });
  expect(await idsOf("execution", "id")).toEqual([failed, waiting].sort());
  expect(await journalOf()).toEqual([failed, waiting].sort());
  expect((await prune()).partitions).toEqual({ dropped: 0, compacted: 0 });

  test.clock.advance(60 * DAY);
  expect((await prune()).executions).toBe(1);
  expect(await idsOf("execution", "id")).toEqual([waiting]);

  await rowsOf("UPDATE wait_ticket SET due_at = now()");
  await rowsOf("UPDATE execution SET wake_at = now()");
  await Promise.all((await wakeWaiting(test.app)).map(({ finished }) => finished));
  expect(await rowsOf("SELECT status FROM execution")).toEqual([{ status: "succeeded" }]);

  test.clock.advance(45 * DAY);
  expect(await prune()).toEqual({ executions: 1, partitions: { dropped: 2, compacted: 0 } });
  expect(await journalOf()).toEqual([]);
});

it("what the default partition took is forgotten too", async () => {
  await rowsOf(`DROP TABLE history.execution_step_before`);
  const id = await ran(SUCCEEDS);
  expect(await idsOf("history.execution_step_default", "execution_id")).toEqual([id]);
  test.clock.advance(45 * DAY);
  await prune();
  expect(await idsOf("execution_step", "execution_id")).toEqual([]);
});
