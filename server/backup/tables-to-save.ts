import type { Client } from "pg";
import type { BackupHeader, BackupTable } from "@/server/backup/backup-file";

/** What the migrations write by themselves. */
const MADE_ANEW = "_prisma_migrations";

/**
 * @returns every table of ours, those that others refer to first, so that rows can be put back in this order. The queue's
 *   own tables are not among them: its jobs hold no data and are made anew.
 */
export async function tablesToSave(client: Pick<Client, "query">): Promise<BackupTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; needs: string[] }>(TABLES, [MADE_ANEW]);
  const ordered: typeof rows = [];
  const placed = new Set<string>();
  while (ordered.length < rows.length) {
    const next = rows.filter(({ name, needs }) => !placed.has(name) && needs.every((need) => placed.has(need)));
    if (next.length === 0)
      throw new Error("The tables refer to each other in a circle; they cannot be saved in an order.");
    for (const table of next) placed.add(table.name);
    ordered.push(...next);
  }
  return ordered.map(({ name, columns }) => ({ name, columns }));
}

/** @returns the partitions there are, in the order they were made. */
export async function partitionsToSave(client: Pick<Client, "query">): Promise<BackupHeader["partitions"]> {
  const { rows } = await client.query<BackupHeader["partitions"][number]>(PARTITIONS);
  return rows;
}

const TABLES = `
SELECT c.relname AS name,
  ARRAY(SELECT a.attname::text FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         ORDER BY a.attnum) AS columns,
  ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
         WHERE k.conrelid = c.oid AND k.contype = 'f' AND k.confrelid <> c.oid) AS needs
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> $1
ORDER BY c.relname`;

const PARTITIONS = `
SELECT parent.relname AS parent, format('%I.%I', part.relnamespace::regnamespace, part.relname) AS name, pg_get_expr(part.relpartbound, part.oid) AS bound
FROM pg_class part JOIN pg_inherits i ON i.inhrelid = part.oid JOIN pg_class parent ON parent.oid = i.inhparent
WHERE part.relispartition AND part.relkind = 'r' AND parent.relnamespace = 'public'::regnamespace
ORDER BY part.oid`;
