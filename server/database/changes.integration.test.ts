import { afterAll, beforeAll, expect, test } from "vitest";
import type { Change } from "@/server/database/changes";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";

let running: TestApp;

beforeAll(async () => {
  running = await createTestApp();
});
afterAll(() => running.close());

const change = (id: string): Change => ({ kind: "record", workspaceId: running.workspaceId, id });

/** Listens until this many records changed. */
function collect(count: number): Promise<string[]> {
  const seen: string[] = [];
  return new Promise((resolve) => {
    const end = running.app.changes.subscribe((heard) => {
      if (heard.kind !== "record") return;
      seen.push(heard.id);
      if (seen.length < count) return;
      end();
      resolve(seen);
    });
  });
}

test("a change is heard, however many there are at once", async () => {
  const ids = Array.from({ length: 120 }, (_, index) => `record ${index}`);
  const heard = collect(120);

  await running.app.changes.notify(ids.map(change));

  expect(await heard).toEqual(ids);
});

test("who announces a change has heard of it, once, when it is announced", async () => {
  const { pool, changes } = running.app;
  const heard: string[] = [];
  const end = changes.subscribe(({ kind, id }) => kind === "record" && heard.push(id));

  await changes.notify(change("at once"));
  expect(heard).toEqual(["at once"]);

  const client = await pool.connect();
  const later = collect(1);
  await changes.notify(change("after"), client);
  client.release();
  await later;
  end();
  expect(heard).toEqual(["at once", "after"]);
});

test("a change announced in a transaction is heard only if the transaction commits", async () => {
  const { pool, changes } = running.app;
  const heard = collect(1);
  const client = await pool.connect();

  await client.query("BEGIN");
  await changes.notify(change("undone"), client);
  await client.query("ROLLBACK");
  await client.query("BEGIN");
  await changes.notify(change("done"), client);
  await client.query("COMMIT");
  client.release();

  expect(await heard).toEqual(["done"]);
});

test("after its connection was cut it listens again and says that changes may have been missed", async () => {
  const { pool, changes } = running.app;
  const missed = new Promise<void>((resolve) => {
    changes.subscribe(() => {}, resolve);
  });

  await pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'millrace changes' AND datname = current_database()",
  );
  await missed;
  const heard = collect(1);
  await changes.notify(change("later"));

  expect(await heard).toEqual(["later"]);
});
