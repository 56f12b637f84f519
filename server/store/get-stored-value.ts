import type { Json } from "@/core/values/json";
import type { App } from "@/server/app";

/** @returns what automations of the workspace keep under a key; null when nothing. */
export async function getStoredValue(app: App, workspaceId: string, key: string): Promise<Json> {
  const { rows } = await app.pool.query<{ value: Json }>({
    name: "get-stored-value",
    text: "SELECT value FROM stored_value WHERE workspace_id = $1 AND key = $2",
    values: [workspaceId, key],
  });
  return rows[0]?.value ?? null;
}
