import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";

/** What a function was tested with. */
export interface RecentInput {
  executionId: string;
  input: Json;
  status: string;
  at: Date;
}

/** @returns the last distinct inputs that a function was tested with, newest first. */
export async function recentInputs(
  app: App,
  actor: Actor,
  options: { functionId: string; count: number },
): Promise<RecentInput[]> {
  const { rows } = await app.pool.query<RecentInput>({
    name: "recent-inputs",
    text: `SELECT * FROM (
             SELECT DISTINCT ON (input::text) id AS "executionId", input, status, queued_at AS at
               FROM execution WHERE workspace_id = $1 AND function_id = $2 AND mode = 'test'
              ORDER BY input::text, queued_at DESC
           ) AS inputs ORDER BY at DESC LIMIT $3`,
    values: [actor.workspaceId, options.functionId, options.count],
  });
  return rows;
}
