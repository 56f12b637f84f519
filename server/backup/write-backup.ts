import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { open, rename, rm, stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { Client } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type BackupManifest, type BackupTable, encodePart } from "@/server/backup/backup-file";
import { partitionsToSave, tablesToSave } from "@/server/backup/tables-to-save";

/**
 * Writes everything of one moment into one compressed file, while the product runs. The file is whole or not there.
 *
 * @returns what was saved
 * @throws a sentence when the file exists or cannot be written; what the database threw
 */
export async function writeBackup(url: string, file: string): Promise<{ tables: number; rows: number; bytes: number }> {
  if (existsSync(file)) throw new Error(`${file} is there already; choose another name.`);
  const client = new Client({ connectionString: url, application_name: "millrace backup" });
  await client.connect();
  const part = `${file}.part`;
  try {
    const manifest: BackupManifest = { tables: [] };
    // Level 4 is about three times as fast as the usual one, and a tenth larger.
    await pipeline(
      Readable.from(partsOf(client, manifest), { objectMode: false }),
      createGzip({ level: 4 }),
      createWriteStream(part, { mode: 0o600 }),
    );
    await reachDisk(part);
    await rename(part, file);
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { tables: manifest.tables.length, rows, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  } finally {
    await client.end();
  }
}

async function* partsOf(client: Client, manifest: BackupManifest): AsyncGenerator<Buffer> {
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const { rows: there } = await client.query("SELECT to_regclass('_prisma_migrations') AS found");
  if (!there[0]?.found) throw new Error("There is nothing to save: no Millrace was started on this database.");
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  const partitions = await partitionsToSave(client);
  const createdAt = new Date().toISOString();
  yield encodePart({ kind: "header", header: { format: 1, createdAt, migrations, partitions } });
  for (const table of await tablesToSave(client)) {
    yield encodePart({ kind: "table", table });
    const sum = createHash("sha256");
    const rows = client.query(copyTo(`COPY (SELECT ${columnList(table)} FROM "${table.name}") TO STDOUT`));
    for await (const bytes of rows as AsyncIterable<Buffer>) {
      sum.update(bytes);
      yield encodePart({ kind: "rows", bytes });
    }
    manifest.tables.push({ name: table.name, rows: rows.rowCount, sha256: sum.digest("hex") });
  }
  await client.query("COMMIT");
  yield encodePart({ kind: "manifest", manifest });
}

/** @returns a table's columns for a statement. */
export const columnList = ({ columns }: BackupTable): string => columns.map((name) => `"${name}"`).join(", ");

async function reachDisk(file: string): Promise<void> {
  const handle = await open(file, "r+");
  await handle.sync();
  await handle.close();
}
