import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";

/** "millrace" as a number; any constant will do. */
const LOCK = 1_835_626_089;
const PATIENCE_MS = 3_000;

/** Another process works on the data folder. */
export class DataFolderInUse extends Error {}

/**
 * Makes sure that one process alone works on a data folder. The lock is a session of the folder's own PostgreSQL, so it is
 * free as soon as its holder is gone, however it went.
 * @throws {DataFolderInUse} with a sentence that names the process which holds it.
 */
export async function holdDataFolder(url: string, dataFolder: string): Promise<{ release(): Promise<void> }> {
  const client = new Client({
    connectionString: url,
    application_name: `millrace holder ${process.pid}`,
    keepAlive: true,
  });
  client.on("error", () => {});
  await client.connect();
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await client.query<{ held: boolean }>("SELECT pg_try_advisory_lock($1) AS held", [LOCK]);
    if (rows[0]?.held) return { release: () => client.end().catch(() => {}) };
    if (Date.now() > deadline) break;
    await sleep(100);
  }
  const { rows } = await client.query<{ name: string }>(
    `SELECT application_name AS name FROM pg_stat_activity JOIN pg_locks USING (pid)
     WHERE locktype = 'advisory' AND granted AND objid = $1`,
    [LOCK],
  );
  await client.end();
  const holder = /holder (\d+)/.exec(rows[0]?.name ?? "")?.[1] ?? "unknown";
  throw new DataFolderInUse(
    `Millrace is already running on ${dataFolder} (process ${holder}). Stop it first, or set MILLRACE_DATA to another folder.`,
  );
}
