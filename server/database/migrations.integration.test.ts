import { join } from "node:path";
import { expect, test } from "vitest";
import { migrate } from "@/server/database/migrate";
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
