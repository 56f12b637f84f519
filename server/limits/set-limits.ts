import type { LimitChanges } from "@/core/execution/workspace-limits";
import type { Actor, App } from "@/server/app";
import { getLimits, type ListedLimit } from "@/server/limits/get-limits";
import { LIMITS_KEY } from "@/server/limits/workspace-limits";

/**
 * Sets limits of the workspace; those that are not named stay. Executions that have begun keep what they began with.
 *
 * @param changes null puts a limit back to its default
 */
export async function setLimits(app: App, actor: Actor, changes: LimitChanges): Promise<ListedLimit[]> {
  const { workspaceId, userId } = actor;
  // Two people may set different limits at once.
  await app.pool.query(
    `INSERT INTO workspace_setting (workspace_id, key, value, updated_at, updated_by_id)
     VALUES ($1, $2, jsonb_strip_nulls($3::jsonb), $4, $5)
     ON CONFLICT (workspace_id, key) DO UPDATE SET value = jsonb_strip_nulls(workspace_setting.value || $3::jsonb),
       updated_at = excluded.updated_at, updated_by_id = excluded.updated_by_id`,
    [workspaceId, LIMITS_KEY, JSON.stringify(changes), app.clock.now(), userId],
  );
  await app.changes.notify({ kind: "setting", workspaceId, id: workspaceId });
  return getLimits(app, actor);
}
