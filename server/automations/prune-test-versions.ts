import type { App } from "@/server/app";

/** How long a version made for a test is kept when no execution shows it. */
const KEPT_MS = 7 * 24 * 3_600_000;

/**
 * Deletes the versions that tests made and no execution refers to, in every workspace.
 * @returns how many.
 */
export async function pruneTestVersions(app: App): Promise<number> {
  const before = new Date(app.clock.now().getTime() - KEPT_MS);
  const { rowCount } = await app.pool.query(
    `DELETE FROM automation_version AS version WHERE kind = 'test' AND created_at < $1
     AND NOT EXISTS (SELECT 1 FROM execution WHERE execution.version_id = version.id)`,
    [before],
  );
  return rowCount ?? 0;
}
