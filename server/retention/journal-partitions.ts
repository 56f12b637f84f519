import type { ClientBase } from "pg";

/** The tables that are partitioned by the execution's id. */
export const JOURNAL_TABLES = ["execution_step", "execution_effect"] as const;
export type JournalTable = (typeof JOURNAL_TABLES)[number];

export interface Partition {
  table: JournalTable;
  name: string;
  /** What it holds, as PostgreSQL writes it. */
  bound: string;
  /** The first id behind it. */
  to: string;
  /** True when it holds only what is kept longer. */
  isCompact: boolean;
}

/** The mark of a partition that was written anew. */
export const COMPACT = "holds what is kept longer";

/** @returns the partitions with bounds, oldest first; not the default one, which is a net. */
export async function journalPartitions(client: Pick<ClientBase, "query">): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(
    `SELECT * FROM (
       SELECT parent.relname AS "table", part.relname AS name, pg_get_expr(part.relpartbound, part.oid) AS bound,
         substring(pg_get_expr(part.relpartbound, part.oid) FROM 'TO \\(''([0-9a-f-]+)''\\)') AS "to",
         coalesce(obj_description(part.oid, 'pg_class') = $2, false) AS "isCompact"
         FROM pg_inherits i JOIN pg_class part ON part.oid = i.inhrelid JOIN pg_class parent ON parent.oid = i.inhparent
        WHERE parent.relnamespace = 'public'::regnamespace AND parent.relname = ANY($1)) AS parts
      WHERE "to" IS NOT NULL ORDER BY "to"`,
    [[...JOURNAL_TABLES], COMPACT],
  );
  return rows;
}
