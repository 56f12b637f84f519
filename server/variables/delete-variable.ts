import { AppError } from "@/core/execution/errors";
import { roleAllows } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";
import { refuseWhileUsed } from "@/server/variables/refuse-while-used";

/**
 * Deletes a variable.
 *
 * @throws NOT_FOUND; FORBIDDEN for a secret, unless by an administrator; IN_USE with those that name it
 */
export async function deleteVariable(app: App, actor: Actor, input: { id: string }): Promise<void> {
  const { workspaceId } = actor;
  const { id } = input;
  const variable = await app.db.variable.findFirst({ where: { id, workspaceId }, select: { name: true, kind: true } });
  if (!variable) throw new AppError("NOT_FOUND", { what: "variable", id });
  if (variable.kind === "secret" && !roleAllows(actor.role, "administrator"))
    throw new AppError("FORBIDDEN", { role: "administrator" });
  await refuseWhileUsed(app, actor, variable.name);
  await app.db.variable.deleteMany({ where: { id, workspaceId } });
  await app.changes.notify({ kind: "variable", workspaceId, id });
}
