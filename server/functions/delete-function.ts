import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { findFunction } from "@/server/functions/find-function";
import { listFunctions } from "@/server/functions/list-functions";

/**
 * Deletes a function that no automation calls.
 *
 * @throws AppError NOT_FOUND; IN_USE with the automations that call it as details
 */
export async function deleteFunction(app: App, actor: Actor, input: { id: string }): Promise<void> {
  const { workspaceId } = actor;
  const { id } = await findFunction(app, actor, input.id);
  const users = (await listFunctions(app, actor)).find((row) => row.id === id)?.usedBy ?? [];
  if (users.length > 0) {
    const names = users.map((user) => user.name).join(", ");
    throw new AppError("IN_USE", { users: names }, { details: { users: users.map((user) => ({ ...user })) } });
  }
  await app.db.function.updateMany({ where: { id, workspaceId }, data: { deletedAt: app.clock.now() } });
  await app.changes.notify({ kind: "function", workspaceId, id });
}
