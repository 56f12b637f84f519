import { LIMITS } from "@/core/execution/limits";
import type { App } from "@/server/app";

const DAY_MS = 24 * 3_600_000;
/** A file is stored with the result of a running execution; one without an execution for this long has lost it. */
const ORPHANED_MS = DAY_MS;

/**
 * Deletes the files whose execution is gone, and those kept long enough whose execution has ended, in every workspace.
 * @returns how many.
 */
export async function pruneFiles(app: App): Promise<number> {
  const now = app.clock.now().getTime();
  const { rowCount } = await app.pool.query(
    `DELETE FROM stored_file AS file
      WHERE (file.created_at < $1 AND NOT EXISTS (
              SELECT 1 FROM execution WHERE execution.id = file.execution_id AND execution.finished_at IS NULL))
         OR (file.created_at < $2 AND NOT EXISTS (SELECT 1 FROM execution WHERE execution.id = file.execution_id))`,
    [new Date(now - LIMITS.fileDays * DAY_MS), new Date(now - ORPHANED_MS)],
  );
  return rowCount ?? 0;
}
