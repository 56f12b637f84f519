import { AppError } from "@/core/execution/errors";
import { roleAllows } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";

export interface Download {
  name: string;
  type: string;
  content: Buffer;
}

/**
 * Reads a file for whoever may see the execution it belongs to.
 *
 * @throws AppError NOT_FOUND, also for a file that this person may not see
 */
export async function downloadFile(app: App, actor: Actor, input: { id: string }): Promise<Download> {
  const { rows } = await app.pool.query<Download>({
    name: "download-file",
    text: `SELECT file.name, file.type, file.content
             FROM stored_file AS file JOIN execution AS e ON e.id = file.execution_id
            WHERE file.workspace_id = $1 AND e.workspace_id = $1 AND file.id = $2 AND ($3 OR e.started_by_id = $4)`,
    values: [actor.workspaceId, input.id, roleAllows(actor.role, "builder"), actor.userId],
  });
  if (!rows[0]) throw new AppError("NOT_FOUND", { what: "file", id: input.id });
  return rows[0];
}
