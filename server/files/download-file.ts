import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { findExecution } from "@/server/executions/find-execution";
import { readFileContent } from "@/server/files/find-file";

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
  const { rows } = await app.pool.query<{ name: string; type: string; executionId: string }>({
    name: "file-to-download",
    text: `SELECT name, type, execution_id AS "executionId" FROM stored_file WHERE workspace_id = $1 AND id = $2`,
    values: [actor.workspaceId, input.id],
  });
  const missing = new AppError("NOT_FOUND", { what: "file", id: input.id });
  const [found] = rows;
  if (!found) throw missing;
  const { name, type, executionId } = found;
  await findExecution(app, actor, executionId).catch((thrown: unknown) => {
    throw thrown instanceof AppError && thrown.code === "NOT_FOUND" ? missing : thrown;
  });
  return { name, type, content: await readFileContent(app, actor.workspaceId, input.id) };
}
