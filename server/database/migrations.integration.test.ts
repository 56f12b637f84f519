import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { expect, test } from "vitest";
import { migrate, readMigrations } from "@/server/database/migrate";
import { schemaDifference } from "@/server/database/write-migration";
import { createTestDatabase } from "@/tests/fixtures/test-database";

const root = join(import.meta.dirname, "../..");
const migrations = join(root, "prisma", "migrations");

test("the migrations make what schema.prisma describes", async () => {
  expect(await schemaDifference(root, "migrations")).toBe("");
});

test("a database that is up to date is left alone", async () => {
  const database = await createTestDatabase();

  expect(await migrate(database.url, migrations)).toEqual([]);

  await database.drop();
});

test("a database of a newer version is refused with a sentence", async () => {
  const database = await createTestDatabase();
  await database.run("UPDATE _prisma_migrations SET migration_name = '20991231000000_future'");

  await expect(migrate(database.url, migrations)).rejects.toThrow("made by a newer Millrace");

  await database.drop();
});

test("a database whose migration was another is refused with a sentence", async () => {
  const database = await createTestDatabase();
  await database.run("UPDATE _prisma_migrations SET checksum = 'other'");

  await expect(migrate(database.url, migrations)).rejects.toThrow("Start with a new data folder");

  await database.drop();
});

test("a migration that fails changes nothing, not even by those before it, and the former version still starts", async () => {
  const database = await createTestDatabase();
  const newer = await mkdtemp(join(tmpdir(), "millrace-migrations-"));
  await cp(migrations, newer, { recursive: true });
  const add = async (name: string, sql: string) => {
    await mkdir(join(newer, name), { recursive: true });
    await writeFile(join(newer, name, "migration.sql"), sql);
  };
  await add("20990101000000_good", "CREATE TABLE fresh (id int); CREATE TABLE fresher (id int);");
  await add("20990102000000_bad", "CREATE TABLE last (id int); SELECT 1 / 0;");

  await expect(migrate(database.url, newer)).rejects.toThrow(/20990102000000_bad failed: division by zero/);

  expect(await migrate(database.url, migrations)).toEqual([]);
  await add("20990102000000_bad", "CREATE TABLE last (id int);");
  expect(await migrate(database.url, newer)).toEqual(["20990101000000_good", "20990102000000_bad"]);
  await expect(migrate(database.url, migrations)).rejects.toThrow("made by a newer Millrace");
  await database.drop();
  await rm(newer, { recursive: true });
});

test("functions from before drafts have their newest version as their draft", async () => {
  const database = await createTestDatabase();
  const earlier = await mkdtemp(join(tmpdir(), "millrace-migrations-"));
  for (const { name } of await readMigrations(migrations)) {
    if (name.endsWith("_function_drafts")) break;
    await cp(join(migrations, name), join(earlier, name), { recursive: true });
  }
  await database.run("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
  await migrate(database.url, earlier);
  const [workspaceId, id] = ["0192a000-0000-7000-8000-000000000001", "0192a000-0000-7000-8000-000000000002"];
  await database.run(`
    INSERT INTO function (id, workspace_id, name, source, signature, latest_version, created_by_id, updated_by_id)
    VALUES ('${id}', '${workspaceId}', 'greet', 'v2', '{"parameters":[],"returnType":"string"}', 2, '', '');
    INSERT INTO function_version (id, workspace_id, function_id, number, source, signature, created_by_id)
    SELECT gen_random_uuid(), workspace_id, id, number, 'v' || number, signature, ''
      FROM function, generate_series(1, 2) AS number;
  `);

  expect((await migrate(database.url, migrations))[0]).toMatch(/_function_drafts$/);

  const client = new Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(
    "SELECT source, revision, published_revision, latest_version FROM function WHERE workspace_id = $1",
    [workspaceId],
  );
  expect(rows).toEqual([{ source: "v2", revision: 1, published_revision: 1, latest_version: 2 }]);
  await client.end();
  await database.drop();
  await rm(earlier, { recursive: true });
});
