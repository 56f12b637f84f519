import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { connectionUses } from "@/server/connections/connection-uses";
import { findConnection } from "@/server/connections/find-connection";

/**
 * Removes a connection and its key.
 *
 * @throws AppError NOT_FOUND; IN_USE with the automations and functions that name it as details
 */
export async function deleteConnection(app: App, actor: Actor, input: { id: string }): Promise<void> {
  const { workspaceId } = actor;
  const { id, linkName } = await findConnection(app, actor, input.id);
  const users = (await connectionUses(app, actor)).get(linkName) ?? [];
  if (users.length > 0) {
    const names = users.map(({ name }) => name).join(", ");
    throw new AppError("IN_USE", { users: names }, { details: { users: users.map((user) => ({ ...user })) } });
  }
  await app.db.connection.deleteMany({ where: { id, workspaceId } });
  await app.changes.notify({ kind: "connection", workspaceId, id });
}
