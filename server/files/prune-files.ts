import { LIMITS } from "@/core/execution/limits";
import type { App } from "@/server/app";
import { isAttached } from "@/server/mails/is-attached";

const DAY_MS = 24 * 3_600_000;
/** A file is stored with the result of a running execution; one without an execution for this long has lost it. */
const ORPHANED_MS = DAY_MS;

/**
 * Deletes the files whose execution is gone, and those whose execution ended long enough ago, in every workspace; not those
 * that a mail still waits to be sent with.
 * @returns how many.
 */
export async function pruneFiles(app: App): Promise<number> {
  const now = app.clock.now().getTime();
  const { rowCount } = await app.pool.query(
    `DELETE FROM stored_file AS file
      WHERE ((file.created_at < $1 AND EXISTS (
                SELECT 1 FROM execution WHERE execution.id = file.execution_id AND execution.finished_at < $1))
          OR (file.created_at < $2 AND NOT EXISTS (SELECT 1 FROM execution WHERE execution.id = file.execution_id)))
        AND NOT ${isAttached("file")}`,
    [new Date(now - LIMITS.fileDays * DAY_MS), new Date(now - ORPHANED_MS)],
  );
  return rowCount ?? 0;
}
