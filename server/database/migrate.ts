import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";
import { openSchemaEngine } from "@/server/database/schema-engine";

/** A folder of `prisma/migrations`. */
interface Migration {
  name: string;
  sql: string;
  /** As Prisma records it: SHA-256 of the file. */
  checksum: string;
}

/** "migrate" as a number: processes that start together migrate one after the other. */
const LOCK = 1_835_624_306;

/**
 * Brings a database to the newest schema; does nothing when it is there already.
 * @param url of a database that exists.
 * @param folder of the migrations, absolute.
 * @returns the names of the migrations applied.
 * @throws a sentence when the database was made by a newer or an unreleased version.
 */
export async function migrate(url: string, folder: string): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: url, application_name: "millrace migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    if (isComplete(migrations, await appliedMigrations(client))) return [];

    const engine = await openSchemaEngine(url);
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({
        migrationsList: migrationsList(folder, migrations),
        filters: { externalTables: [], externalEnums: [] },
      });
      return appliedMigrationNames;
    } finally {
      await engine.close();
    }
  } finally {
    await client.end();
  }
}

/** @returns the migrations of a folder in the order they are applied. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** @returns the migrations in the shape the schema engine takes them. */
export function migrationsList(folder: string, migrations: Migration[]) {
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
    shadowDbInitScript: "",
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: sql } },
    })),
  };
}

async function appliedMigrations(client: Client): Promise<Map<string, string>> {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (!tables[0]?.found) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function isComplete(migrations: Migration[], applied: Map<string, string>): boolean {
  const known = new Set(migrations.map(({ name }) => name));
  const newer = [...applied.keys()].filter((name) => !known.has(name));
  if (newer.length > 0) {
    throw new Error(
      `This database was made by a newer Millrace (it has the migration ${newer[0]}). Start that version, or restore a backup.`,
    );
  }
  const edited = migrations.find(({ name, checksum }) => applied.has(name) && applied.get(name) !== checksum);
  if (edited) {
    throw new Error(
      `This database was made by an unreleased Millrace whose migration ${edited.name} was another. Start with a new data ` +
        "folder (MILLRACE_DATA) or a new database (DATABASE_URL).",
    );
  }
  return applied.size === migrations.length;
}
