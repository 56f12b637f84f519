import { AppError } from "@/core/execution/errors";
import { roleAllows } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";
import { variableUses } from "@/server/variables/variable-uses";

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
  const users = (await variableUses(app, actor))(variable.name);
  if (users.length > 0) {
    const names = users.map(({ name }) => name).join(", ");
    throw new AppError("IN_USE", { users: names }, { details: { users: users.map((user) => ({ ...user })) } });
  }
  await app.db.variable.deleteMany({ where: { id, workspaceId } });
  await app.changes.notify({ kind: "variable", workspaceId, id });
}
