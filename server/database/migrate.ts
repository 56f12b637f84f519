import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "pg";

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
 * Brings a database to the newest schema; does nothing when it is there already. All that is missing is one transaction:
 * when a migration fails nothing has changed, and the version that made the database still starts on it.
 * @param url of a database that exists.
 * @param folder of the migrations, absolute.
 * @param options.only the names of those to apply; all unless told.
 * @returns the names of the migrations applied.
 * @throws a sentence when the database was made by a newer or an unreleased version, or a migration failed.
 */
export async function migrate(
  url: string,
  folder: string,
  options: { only?: ReadonlySet<string> } = {},
): Promise<string[]> {
  const { only } = options;
  const all = await readMigrations(folder);
  const wanted = only ? all.filter(({ name }) => only.has(name)) : all;
  const client = new Client({ connectionString: url, application_name: "millrace migrate" });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const applied = await appliedMigrations(client);
    refuseOthers(all, applied);
    const missing = wanted.filter(({ name }) => !applied.has(name));
    if (missing.length > 0) await applyTogether(client, missing);
    return missing.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function applyTogether(client: Client, migrations: Migration[]): Promise<void> {
  let current = "";
  try {
    await client.query("BEGIN");
    await client.query(MIGRATIONS_TABLE);
    // Left by a version that applied them one by one: what failed there was rolled back.
    await client.query("DELETE FROM _prisma_migrations WHERE finished_at IS NULL");
    for (const { name, sql, checksum } of migrations) {
      current = name;
      await client.query(sql);
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
         VALUES ($1, $2, clock_timestamp(), $3, clock_timestamp(), 1)`,
        [randomUUID(), checksum, name],
      );
    }
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The migration ${current} failed: ${reason}. Nothing was changed; the former version still starts on this database.`,
      { cause: error },
    );
  }
}

/** As Prisma makes it, whose tools read it. */
const MIGRATIONS_TABLE = `
CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;

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

/** @returns name and checksum of what a database has. */
export async function appliedMigrations(client: Pick<Client, "query">): Promise<Map<string, string>> {
  const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (!tables[0]?.found) return new Map();
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Map(rows.map(({ name, checksum }) => [name, checksum]));
}

function refuseOthers(migrations: Migration[], applied: Map<string, string>): void {
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
}
