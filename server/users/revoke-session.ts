import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { userIdOf } from "@/server/users/user-id-of";

/**
 * Ends one of the person's own sessions, everywhere within a second.
 *
 * @throws {AppError} NOT_FOUND when it is not theirs
 */
export async function revokeSession(app: App, actor: Actor, input: { id: string }): Promise<void> {
  const { count } = await app.db.session.deleteMany({ where: { id: input.id, userId: userIdOf(actor) } });
  if (count === 0) throw new AppError("NOT_FOUND", { what: "session", id: input.id });
  await app.changes.notify({ kind: "session", workspaceId: actor.workspaceId, id: input.id });
}
