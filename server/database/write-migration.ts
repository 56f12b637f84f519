import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
  type SqlQuery,
} from "@prisma/driver-adapter-utils";
import { Pool, type PoolConfig, type QueryArrayResult } from "pg";
import { pino } from "pino";
import { startEmbeddedPostgres } from "@/server/database/embedded/embedded";
import { migrationsList, readMigrations } from "@/server/database/migrate";
import { openSchemaEngine } from "@/server/database/schema-engine";

/** Sorts before every other; made anew from the schema until the first release. */
const INIT = "20261122000000_init";

/**
 * Writes the SQL that takes the database the migrations make to the one `schema.prisma` describes.
 * @param root the repository's folder.
 * @param name of the new migration, in snake case; null to write the initial one anew.
 * @returns the folder written, or null when the two agree.
 */
export async function writeMigration(root: string, name: string | null): Promise<string | null> {
  const sql = await schemaDifference(root, name === null ? "empty" : "migrations");
  if (!sql) return null;
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(root, "prisma", "migrations", name === null ? INIT : `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  await writeFile(join(folder, "..", "migration_lock.toml"), 'provider = "postgresql"\n');
  return folder;
}

/** @returns the SQL between what is there (nothing, or what the migrations make) and the schema; "" when they agree. */
export async function schemaDifference(root: string, from: "empty" | "migrations"): Promise<string> {
  const dataFolder = await mkdtemp(join(tmpdir(), "millrace-migration-"));
  const server = await startEmbeddedPostgres({ dataFolder, log: pino({ level: "warn" }) });
  const engine = await openSchemaEngine(server.url, shadowingAdapter(server.url));
  try {
    const path = join(root, "prisma", "schema.prisma");
    const migrations = join(root, "prisma", "migrations");
    const { stdout } = await engine.diff({
      from:
        from === "empty"
          ? { tag: "empty" }
          : { tag: "migrations", ...migrationsList(migrations, await readMigrations(migrations)) },
      to: { tag: "schemaDatamodel", files: [{ path, content: await readFile(path, "utf8") }] },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout && /^[^-\s]/m.test(stdout) ? stdout : "";
  } finally {
    await engine.close();
    await server.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** Prisma's adapter, whose shadow database keeps the password of the connection string and is left before it is dropped. */
function shadowingAdapter(url: string): SqlMigrationAwareDriverAdapterFactory {
  const main = new PrismaPg({ connectionString: url, max: 2 });
  return {
    provider: main.provider,
    adapterName: main.adapterName,
    connect: () => main.connect(),
    connectToShadowDb: async () => {
      const server = new Pool({ connectionString: url, max: 1 });
      const name = `shadow_${randomUUID().replaceAll("-", "")}`;
      await server.query(`CREATE DATABASE ${name}`);
      const shadowUrl = new URL(url);
      shadowUrl.pathname = name;
      const pool = new IntrospectionPool({ connectionString: shadowUrl.href, max: 2 });
      const adapter = await new PrismaPg(pool).connect();
      const dispose = async () => {
        await pool.end();
        await server.query(`DROP DATABASE ${name}`);
        await server.end();
      };
      const original = adapter.queryRaw.bind(adapter);
      const queryRaw = async (query: SqlQuery) => {
        const result = await original(query);
        const columnTypes = result.columnNames.map((column, index) =>
          pool.characterColumns.has(column)
            ? ColumnTypeEnum.Character
            : (result.columnTypes[index] ?? ColumnTypeEnum.Text),
        );
        return { ...result, columnTypes };
      };
      return Object.assign(adapter, { dispose, queryRaw });
    },
  };
}

/**
 * The adapter does not know PostgreSQL's one-byte "char", which the catalogue uses. The pool passes it off as text, and the
 * adapter hands it on as the character the engine expects.
 */
class IntrospectionPool extends Pool {
  readonly characterColumns = new Set<string>();

  constructor(config: PoolConfig) {
    super(config);
    const query = this.query.bind(this) as (...given: unknown[]) => Promise<QueryArrayResult>;
    const asText = async (...given: unknown[]) => {
      const result = await query(...given);
      for (const field of result.fields ?? []) {
        if (field.dataTypeID !== 18) continue;
        field.dataTypeID = 25;
        this.characterColumns.add(field.name);
      }
      return result;
    };
    Object.assign(this, { query: asText });
  }
}
