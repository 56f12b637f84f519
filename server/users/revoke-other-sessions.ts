import type { Actor, App } from "@/server/app";
import { userIdOf } from "@/server/users/user-id-of";

/**
 * Ends all of the person's sessions but the one that asks.
 *
 * @returns how many were ended
 */
export async function revokeOtherSessions(
  app: App,
  actor: Actor,
  sessionId: string | null,
): Promise<{ ended: number }> {
  const userId = userIdOf(actor);
  const { count } = await app.db.session.deleteMany({ where: { userId, id: { not: sessionId ?? "" } } });
  await app.changes.notify({ kind: "session", workspaceId: actor.workspaceId, id: userId });
  return { ended: count };
}
