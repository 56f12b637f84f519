import { findService } from "@/core/services/catalogue";
import type { App } from "@/server/app";

/**
 * @param linkName the connection's name in code
 * @returns whether its service honours the `Idempotency-Key`, so that a call in flight at a crash may be made again
 */
export async function isKeyedConnection(app: App, workspaceId: string, linkName: string): Promise<boolean> {
  const { rows } = await app.pool.query<{ key: string | null }>(
    "SELECT service_key AS key FROM connection WHERE workspace_id = $1 AND link_name = $2",
    [workspaceId, linkName],
  );
  const key = rows[0]?.key ?? null;
  return key !== null && (findService(key)?.keyed ?? false);
}
