import type { PoolClient } from "pg";
import type { App } from "@/server/app";
import { COMPACT, JOURNAL_TABLES, journalPartitions, type Partition } from "@/server/retention/journal-partitions";
import { keptFor } from "@/server/retention/kept-for";
import { firstIdAt } from "@/server/retention/weeks";
import { withShortLocks } from "@/server/retention/with-short-locks";

/**
 * Drops the weeks of steps and effects of which every execution is forgotten. A week that is over for all but a few (failed
 * ones, and what still waits) is written anew with those alone, and takes its place: a table is dropped, never a row deleted,
 * and nobody waits longer than for the exchange.
 */
export async function prunePartitions(app: App): Promise<{ dropped: number; compacted: number }> {
  const over = firstIdAt(keptFor(app).succeeded.getTime());
  const counts = { dropped: 0, compacted: 0 };
  for (const partition of await journalPartitions(app.pool)) {
    if (partition.to > over) continue;
    if (await isForgotten(app, partition)) {
      if (await withShortLocks(app, (tx) => drop(tx, partition))) counts.dropped += 1;
    } else if (!partition.isCompact && (await compact(app, partition))) counts.compacted += 1;
  }
  await pruneStrays(app, over);
  return counts;
}

/** What came while its week had no partition: few rows, deleted one by one. */
async function pruneStrays(app: App, over: string): Promise<void> {
  for (const table of JOURNAL_TABLES) {
    await app.pool.query(
      `DELETE FROM history.${table}_default j
        WHERE j.execution_id < $1 AND NOT EXISTS (SELECT 1 FROM execution e WHERE e.id = j.execution_id)`,
      [over],
    );
  }
}

/** The first partition begins with the first id there can be. */
const NO_ID = "00000000-0000-0000-0000-000000000000";

const fromOf = ({ bound }: Partition): string => /FROM \('([0-9a-f-]+)'\)/.exec(bound)?.[1] ?? NO_ID;

const nameOf = ({ name }: Partition): string => `history."${name}"`;

async function isForgotten(app: App, partition: Partition): Promise<boolean> {
  const { rowCount } = await app.pool.query("SELECT 1 FROM execution WHERE id >= $1 AND id < $2 LIMIT 1", [
    fromOf(partition),
    partition.to,
  ]);
  return rowCount === 0;
}

async function drop(tx: PoolClient, partition: Partition): Promise<void> {
  await tx.query(`ALTER TABLE public.${partition.table} DETACH PARTITION ${nameOf(partition)}`);
  await tx.query(`DROP TABLE ${nameOf(partition)}`);
}

/** What has ended does not change any more and is copied beforehand; what has not is copied while nobody writes. */
async function compact(app: App, partition: Partition): Promise<boolean> {
  const { table, bound, to } = partition;
  const from = fromOf(partition);
  const fresh = `history."${partition.name}_new"`;
  const copy = (which: string) => `
    INSERT INTO ${fresh} SELECT j.* FROM ${nameOf(partition)} AS j JOIN execution AS e ON e.id = j.execution_id
     WHERE e.id >= '${from}' AND e.id < '${to}' AND ${which}`;
  await app.pool.query(`DROP TABLE IF EXISTS ${fresh}`);
  await app.pool.query(`CREATE TABLE ${fresh} (LIKE public.${table} INCLUDING ALL,
    CONSTRAINT bound CHECK (execution_id >= '${from}' AND execution_id < '${to}'))`);
  const { rows } = await app.pool.query<{ id: string }>(
    "SELECT id FROM execution WHERE id >= $1 AND id < $2 AND finished_at IS NULL",
    [from, to],
  );
  const unfinished = `ARRAY[${rows.map(({ id }) => `'${id}'`).join(", ")}]::uuid[]`;
  await app.pool.query(copy(`e.id <> ALL(${unfinished})`));
  const isExchanged = await withShortLocks(app, async (tx) => {
    // The parent first, as whoever writes does.
    await tx.query(`LOCK TABLE ONLY public.${table} IN ACCESS EXCLUSIVE MODE`);
    await tx.query(copy(`e.id = ANY(${unfinished})`));
    await drop(tx, partition);
    await tx.query(`ALTER TABLE ${fresh} RENAME TO "${partition.name}"`);
    await tx.query(`ALTER TABLE public.${table} ATTACH PARTITION ${nameOf(partition)} ${bound}`);
    await tx.query(`ALTER TABLE ${nameOf(partition)} DROP CONSTRAINT bound`);
    await tx.query(`COMMENT ON TABLE ${nameOf(partition)} IS '${COMPACT}'`);
  });
  if (!isExchanged) await app.pool.query(`DROP TABLE IF EXISTS ${fresh}`);
  return isExchanged;
}
