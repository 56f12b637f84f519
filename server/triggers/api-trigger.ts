import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";

/** Where a call of an API name goes. */
export interface ApiTrigger {
  automationId: string;
  nodeId: string;
}

const keptBy = new WeakMap<App, Map<string, ApiTrigger>>();

/**
 * Finds the automation that answers to an API name. Kept in memory until an automation changes.
 *
 * @throws AppError NOT_FOUND when nothing published has that name
 */
export async function apiTrigger(
  app: App,
  { workspaceId, apiName }: { workspaceId: string; apiName: string },
): Promise<ApiTrigger> {
  const kept = keptBy.get(app) ?? watch(app);
  const key = `${workspaceId}/${apiName}`;
  const known = kept.get(key);
  if (known) return known;

  const { rows } = await app.pool.query<ApiTrigger>({
    name: "api-trigger",
    text: `SELECT automation_id AS "automationId", node_id AS "nodeId"
             FROM trigger WHERE workspace_id = $1 AND api_name = $2`,
    values: [workspaceId, apiName],
  });
  const found = rows[0];
  if (!found) throw new AppError("NOT_FOUND", { what: "function", id: apiName });
  kept.set(key, found);
  return found;
}

function watch(app: App): Map<string, ApiTrigger> {
  const kept = new Map<string, ApiTrigger>();
  keptBy.set(app, kept);
  app.changes.subscribe(
    ({ kind }) => {
      if (kind === "automation") kept.clear();
    },
    () => kept.clear(),
  );
  return kept;
}
