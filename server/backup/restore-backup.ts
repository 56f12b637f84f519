import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { type BackupHeader, checkBackup, readParts } from "@/server/backup/backup-file";
import { partitionsToSave, tablesToSave } from "@/server/backup/tables-to-save";
import { columnList } from "@/server/backup/write-backup";
import { openDataKey } from "@/server/connections/secret-box";
import { appliedMigrations, migrate, readMigrations } from "@/server/database/migrate";

/** What was put back, and whether its secrets can be read here. */
export interface Restored {
  createdAt: string;
  tables: number;
  rows: number;
  /** none: it holds no secret; missing: the key is not here yet. */
  masterKey: "fits" | "missing" | "none";
}

/**
 * Puts a backup into an empty database: all of it or nothing, at the schema it was saved with, which is then brought to the
 * newest. Afterwards everything that starts by itself is held.
 *
 * @param options.provide gives the database; called when the file has been read and is whole
 * @param options.migrations the folder of the migrations
 * @param options.masterKey null when it is not here yet
 * @throws a sentence: a damaged file or one of a newer version, a database that is not empty, another master key
 */
export async function restoreBackup(options: {
  file: string;
  migrations: string;
  masterKey: Buffer | null;
  provide: () => Promise<string>;
}): Promise<Restored> {
  const { file, migrations, masterKey, provide } = options;
  const { header, manifest } = await checkBackup(file);
  await refuseNewer(header, migrations);
  const url = await provide();
  const client = new Client({ connectionString: url, application_name: "millrace restore" });
  await client.connect();
  try {
    await refuseUsed(client, header);
    await migrate(url, migrations, { only: new Set(header.migrations.map(({ name }) => name)) });
    await client.query("BEGIN");
    await putBack(client, file, header);
    await compareCounts(client, manifest.tables);
    const key = await tryMasterKey(client, masterKey);
    await client.query(HOLD);
    await client.query("COMMIT");
    await client.query("ANALYZE");
    await migrate(url, migrations);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { createdAt: header.createdAt, tables: manifest.tables.length, rows, masterKey: key };
  } finally {
    // What was not committed is undone by this.
    await client.end();
  }
}

const HOLD = `INSERT INTO installation (id, held_since) VALUES (1, now())
  ON CONFLICT (id) DO UPDATE SET held_since = excluded.held_since`;

async function refuseNewer(header: BackupHeader, folder: string): Promise<void> {
  const known = new Map((await readMigrations(folder)).map(({ name, checksum }) => [name, checksum]));
  const other = header.migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (!other) return;
  throw new Error(
    `This backup was made by ${known.has(other.name) ? "another" : "a newer"} Millrace (it has the migration ${other.name}). Restore it with that version.`,
  );
}

async function refuseUsed(client: Client, header: BackupHeader): Promise<void> {
  const used =
    "The database is not empty. Restore into a new one: another MILLRACE_DATA folder, or another DATABASE_URL.";
  const saved = new Set(header.migrations.map(({ name }) => name));
  for (const name of (await appliedMigrations(client)).keys()) if (!saved.has(name)) throw new Error(used);
  for (const { name } of await tablesToSave(client)) {
    const { rowCount } = await client.query(`SELECT 1 FROM "${name}" LIMIT 1`);
    if (rowCount) throw new Error(used);
  }
}

async function putBack(client: Client, file: string, { partitions }: BackupHeader): Promise<void> {
  // Migrations may have written rows of their own; the saved ones take their place.
  const made = await tablesToSave(client);
  await client.query(`TRUNCATE ${made.map(({ name }) => `"${name}"`).join(", ")}`);
  // The weeks of then take the place of this one's, which are empty.
  for (const { name } of await partitionsToSave(client)) await client.query(`DROP TABLE ${name}`);
  for (const { parent, name, bound } of partitions)
    await client.query(`CREATE TABLE ${name} PARTITION OF "${parent}" ${bound}`);

  const parts = readParts(file);
  let next = await parts.next();
  /** The rows up to the next part of another kind. */
  async function* rows(): AsyncGenerator<Buffer> {
    for (next = await parts.next(); !next.done && next.value.kind === "rows"; next = await parts.next())
      yield next.value.bytes;
  }
  while (!next.done) {
    if (next.value.kind === "table") {
      const { table } = next.value;
      const copy = client.query(copyFrom(`COPY "${table.name}" (${columnList(table)}) FROM STDIN`));
      await pipeline(Readable.from(rows(), { objectMode: false }), copy);
    } else next = await parts.next();
  }
}

async function compareCounts(client: Client, tables: { name: string; rows: number }[]): Promise<void> {
  for (const { name, rows } of tables) {
    const { rows: found } = await client.query<{ count: string }>(`SELECT count(*) FROM "${name}"`);
    if (Number(found[0]?.count) !== rows)
      throw new Error(`The backup has ${rows} rows of ${name}, but ${found[0]?.count} were put back.`);
  }
}

async function tryMasterKey(client: Client, masterKey: Buffer | null): Promise<Restored["masterKey"]> {
  const { rows } = await client.query<{ workspaceId: string; version: number; wrapped: Buffer }>(
    `SELECT workspace_id AS "workspaceId", version, wrapped FROM data_key ORDER BY created_at LIMIT 1`,
  );
  if (!rows[0]) return "none";
  if (!masterKey) return "missing";
  openDataKey(masterKey, rows[0]);
  return "fits";
}
