import type { Actor, App } from "@/server/app";

/** Reads the functions of the workspace with the code of their drafts and newest versions, for those who ask which of them use something. */
export async function functionSources(app: App, actor: Actor): Promise<{ id: string; name: string; source: string }[]> {
  const { rows } = await app.pool.query<{ id: string; name: string; source: string }>({
    name: "function-sources",
    text: `SELECT f.id, f.name, concat_ws(E'\\n', f.source, v.source) AS source
             FROM function f LEFT JOIN function_version v ON v.function_id = f.id AND v.number = f.latest_version
            WHERE f.workspace_id = $1 AND f.deleted_at IS NULL ORDER BY f.name, f.id`,
    values: [actor.workspaceId],
  });
  return rows;
}
