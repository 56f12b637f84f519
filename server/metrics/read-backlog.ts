import type { Pool } from "pg";

/** What waits and runs, in the whole installation. */
export interface Backlog {
  counts: { status: string; count: number }[];
  oldestDueSeconds: number;
}

/** However often the metrics are read, the database is asked no more often than this. */
export const READ_AGAIN_MS = 10_000;

/** @returns null when the database does not answer */
export async function readBacklog(pool: Pool): Promise<Backlog | null> {
  try {
    const { rows } = await pool.query<Backlog>({ name: "backlog", text: BACKLOG });
    return rows[0] ?? null;
  } catch {
    return null;
  }
}

/** Counted no further than is told apart. */
const BACKLOG = `
SELECT
  (SELECT json_agg(json_build_object('status', s.status, 'count', (
      SELECT count(*) FROM (SELECT 1 FROM execution e WHERE e.status = s.status LIMIT 100000) AS found)))
    FROM unnest(ARRAY['queued', 'waiting', 'running', 'needs-decision']) AS s(status)) AS counts,
  coalesce(extract(epoch FROM now() - least(
    (SELECT min(wake_at) FROM execution WHERE status = 'waiting' AND wake_at <= now()),
    (SELECT min(queued_at) FROM execution WHERE status = 'queued'))), 0)::float8 AS "oldestDueSeconds"`;
