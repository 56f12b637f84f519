import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";

/**
 * Reads the row of a connection, without its secret.
 *
 * @throws AppError NOT_FOUND
 */
export async function findConnection(app: App, actor: Actor, id: string) {
  const connection = await app.db.connection.findFirst({ where: { id, workspaceId: actor.workspaceId } });
  if (!connection) throw new AppError("NOT_FOUND", { what: "connection", id });
  return connection;
}
