import { AppError } from "@/core/execution/errors";
import type { App } from "@/server/app";

/**
 * Makes the check of the person an execution runs as: they must be a member of the workspace still. Looked up once an
 * execution, at its first effect.
 *
 * @param runsAsId null for nobody in particular, which is always right
 * @returns a function that throws AppError NOT_ALLOWED
 */
export function rightsCheck(app: App, workspaceId: string, runsAsId: string | null): () => Promise<void> {
  let known: Promise<boolean> | undefined;
  return async () => {
    if (runsAsId === null) return;
    known ??= isMember(app, workspaceId, runsAsId);
    if (!(await known)) throw new AppError("NOT_ALLOWED");
  };
}

async function isMember(app: App, workspaceId: string, userId: string): Promise<boolean> {
  const { rows } = await app.pool.query({
    name: "is-member",
    text: "SELECT 1 FROM membership WHERE workspace_id = $1 AND user_id = $2",
    values: [workspaceId, userId],
  });
  return rows.length > 0;
}
