import type { PoolClient } from "pg";
import type { App } from "@/server/app";
import { JOURNAL_TABLES, type JournalTable, journalPartitions } from "@/server/retention/journal-partitions";
import { timeOfId, type Week, weeksBetween } from "@/server/retention/weeks";
import { withShortLocks } from "@/server/retention/with-short-locks";

const AHEAD_MS = 5 * 7 * 86_400_000;

/**
 * Makes the partitions of the coming weeks, where they are missing. Without them nothing is lost: the default partition
 * takes what no other does, and gives it back here.
 *
 * @returns the names of those made
 */
export async function makePartitions(app: App): Promise<string[]> {
  const now = Date.now();
  const made: string[] = [];
  const there = await journalPartitions(app.pool);
  for (const table of JOURNAL_TABLES) {
    const ends = there.filter((partition) => partition.table === table).map(({ to }) => to);
    const end = ends.at(-1) ?? "";
    for (const week of weeksBetween(Math.min(now, (await oldestStray(app, table)) ?? now), now + AHEAD_MS)) {
      if (week.from < end) continue;
      if (await withShortLocks(app, (tx) => makeWeek(tx, table, week))) made.push(`${table}_${week.name}`);
    }
  }
  return made;
}

async function oldestStray(app: App, table: JournalTable): Promise<number | null> {
  const { rows } = await app.pool.query<{ id: string }>(
    `SELECT execution_id AS id FROM history.${table}_default ORDER BY execution_id LIMIT 1`,
  );
  return rows[0] ? timeOfId(rows[0].id) : null;
}

/** Made beside its place and then put there, which holds up nobody who reads or writes. */
async function makeWeek(tx: PoolClient, table: JournalTable, { name, from, to }: Week): Promise<void> {
  const partition = `history.${table}_${name}`;
  const { rows } = await tx.query("SELECT to_regclass($1) AS found", [partition]);
  if (rows[0]?.found) return;
  await tx.query(`CREATE TABLE ${partition} (LIKE public.${table} INCLUDING ALL)`);
  await tx.query(
    `WITH strays AS (DELETE FROM history.${table}_default WHERE execution_id >= $1 AND execution_id < $2 RETURNING *)
     INSERT INTO ${partition} SELECT * FROM strays`,
    [from, to],
  );
  await tx.query(`ALTER TABLE public.${table} ATTACH PARTITION ${partition} FOR VALUES FROM ('${from}') TO ('${to}')`);
}
