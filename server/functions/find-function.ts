import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";

/**
 * Reads the row of a function that is not deleted.
 *
 * @throws AppError NOT_FOUND
 */
export async function findFunction(app: App, actor: Actor, id: string) {
  const found = await app.db.function.findFirst({ where: { id, workspaceId: actor.workspaceId, deletedAt: null } });
  if (!found) throw new AppError("NOT_FOUND", { what: "function", id });
  return found;
}
