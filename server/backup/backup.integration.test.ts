import { randomBytes } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { restoreBackup } from "@/server/backup/restore-backup";
import { writeBackup } from "@/server/backup/write-backup";
import { secretPlace } from "@/server/connections/secret-place";
import { startQueue } from "@/server/queue/queue";
import { execute } from "@/server/runtime/execute";
import { startSweeper } from "@/server/runtime/sweeper";
import { startWaker } from "@/server/runtime/waker";
import { createCaller } from "@/tests/fixtures/caller";
import { pressed } from "@/tests/fixtures/hand-written-version";
import { liveAutomation } from "@/tests/fixtures/live-automation";
import { createTestApp, type TestApp } from "@/tests/fixtures/test-app";
import { createTestDatabase, type TestDatabase } from "@/tests/fixtures/test-database";

const migrations = join(import.meta.dirname, "../../prisma/migrations");
const masterKey = randomBytes(32);
const settings = { MILLRACE_MASTER_KEY: masterKey.toString("base64") };

let folder: string;
let file: string;
let original: TestApp;
let databases: TestDatabase[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "millrace-backup-"));
  file = join(folder, "one.backup");
  databases = [];
  original = await createTestApp(settings);
  const builder = await createCaller(original, "builder");
  await builder.api.connections.create({
    ...{ serviceKey: null, name: "Shop", linkName: "shop", baseUrl: "https://shop.example.com", secret: "the-key" },
    auth: { kind: "api-key", placement: "header", parameter: "X-Key", prefix: "" },
  });
  const steps = `const a = await run.code("a", ($s) => null, ($s) => async () => ({ text: "tab\\there, \\\\N and \\\\. and ü" })); return a;`;
  const { version } = await liveAutomation(original, "Done", steps);
  await execute(original.app, pressed(original.workspaceId, version));
  const waiting = `const a = await run.wait("a", ($s) => ({ for: "time", ms: 3600000 })); return a;`;
  const { version: later } = await liveAutomation(original, "Later", waiting);
  await execute(original.app, pressed(original.workspaceId, later));
  await original.app.pool.query("UPDATE wait_ticket SET due_at = now()");
  await original.app.pool.query("UPDATE execution SET wake_at = now() WHERE status = 'waiting'");
  await writeBackup(original.databaseUrl, file);
});
afterAll(async () => {
  await original.close();
  for (const database of databases) await database.drop().catch(() => {});
  await rm(folder, { recursive: true });
});

async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase();
  await database.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  databases.push(database);
  return database;
}

const restoreInto = (database: TestDatabase, from = file, key: Buffer | null = masterKey) =>
  restoreBackup({ file: from, migrations, masterKey: key, provide: async () => database.url });

const textOf = async ({ app }: TestApp, table: string): Promise<string[]> =>
  (await app.pool.query<{ row: string }>(`SELECT t::text AS row FROM ${table} t ORDER BY 1`)).rows.map(
    ({ row }) => row,
  );

const statusesOf = async ({ app }: TestApp): Promise<string[]> =>
  (await app.db.execution.findMany({ orderBy: { id: "asc" } })).map(({ status }) => status);

/** Everything that starts something by itself, once around. */
async function oneRound({ app, databaseUrl }: TestApp): Promise<void> {
  const parts = [startWaker(app), startSweeper(app), await startQueue(app, databaseUrl)];
  for (const part of parts) await part.close();
}

it("puts back everything as it was, its secrets readable; nothing goes on by itself until an administrator resumes", async () => {
  const database = await emptyDatabase();

  const told = await restoreInto(database);

  expect(told).toMatchObject({ masterKey: "fits" });
  const restored = await createTestApp(settings, { database });
  for (const table of ["execution", "execution_step", "execution_effect", "wait_ticket", "connection", "membership"])
    expect(await textOf(restored, table), table).toEqual(await textOf(original, table));
  const secret = await restored.app.db.connectionSecret.findFirstOrThrow();
  const place = secretPlace(restored.workspaceId, secret.connectionId);
  expect(await restored.app.secretBox.open(place, secret)).toBe("the-key");

  await oneRound(restored);
  expect(await statusesOf(restored)).toEqual(["succeeded", "waiting"]);
  const administrator = await createCaller(restored, "administrator");
  expect(await administrator.api.installation.hold()).toMatchObject({ executions: 1, mails: 0 });

  await administrator.api.installation.resume();

  expect(await administrator.api.installation.hold()).toBeNull();
  await oneRound(restored);
  await expect.poll(() => statusesOf(restored), { timeout: 15_000 }).toEqual(["succeeded", "succeeded"]);
  await restored.close();
});

it("leaves a database alone that is not empty", async () => {
  const database = await createTestDatabase();
  databases.push(database);
  await database.run("INSERT INTO workspace (id, name, time_zone) VALUES (gen_random_uuid(), 'Theirs', 'UTC')");

  await expect(restoreInto(database)).rejects.toThrow("The database is not empty");
});

it("refuses a damaged file, and one that is none, before it touches anything", async () => {
  const bytes = await readFile(file);
  // The manifest comes first; what it lists makes up the rest.
  const at = bytes.length - 500;
  const damaged = {
    cut: bytes.subarray(0, bytes.length - 100),
    changed: Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 0xff]), bytes.subarray(at + 1)]),
    other: Buffer.from("no backup at all"),
  };
  for (const [name, content] of Object.entries(damaged)) {
    const path = join(folder, name);
    await writeFile(path, content);
    const provide = () => Promise.reject(new Error("touched"));
    await expect(restoreBackup({ file: path, migrations, masterKey, provide }), name).rejects.toThrow(
      name === "other" ? "is not a backup" : "is damaged",
    );
  }
});

it("refuses a file of a newer schema", async () => {
  await original.app.pool.query(
    `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name) VALUES ('f', 'f', now(), '20991231000000_future')`,
  );
  const newer = join(folder, "newer.backup");
  await writeBackup(original.databaseUrl, newer);
  await original.app.pool.query("DELETE FROM _prisma_migrations WHERE id = 'f'");

  await expect(restoreInto(await emptyDatabase(), newer)).rejects.toThrow("made by a newer Millrace");
});

it("refuses another master key and changes nothing; without one it says that it is missing", async () => {
  const database = await emptyDatabase();

  await expect(restoreInto(database, file, randomBytes(32))).rejects.toThrow("encrypted with another master key");

  expect(await restoreInto(database, file, null)).toMatchObject({ masterKey: "missing" });
});

it("never writes over a file", async () => {
  await expect(writeBackup(original.databaseUrl, file)).rejects.toThrow("is there already");
});
