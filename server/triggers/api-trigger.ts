import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";
import { keptUntilChange } from "@/server/database/kept-until-change";

/** Where a call of an API name goes. */
export interface ApiTrigger {
  automationId: string;
  nodeId: string;
}

const keptTrigger = keptUntilChange("automation", readTrigger);

/**
 * Finds the automation that answers to an API name. Kept in memory until an automation changes.
 *
 * @throws AppError NOT_FOUND when nothing published has that name
 */
export async function apiTrigger(
  app: App,
  { workspaceId, apiName }: { workspaceId: string; apiName: string },
): Promise<ApiTrigger> {
  const found = await keptTrigger(app, workspaceId, apiName);
  if (!found) throw new AppError("NOT_FOUND", { what: "function", id: apiName });
  return found;
}

async function readTrigger(app: App, workspaceId: string, apiName: string): Promise<ApiTrigger | null> {
  const { rows } = await app.pool.query<ApiTrigger>({
    name: "api-trigger",
    text: `SELECT automation_id AS "automationId", node_id AS "nodeId"
             FROM trigger WHERE workspace_id = $1 AND api_name = $2`,
    values: [workspaceId, apiName],
  });
  return rows[0] ?? null;
}
