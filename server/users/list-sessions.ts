import type { Actor, App } from "@/server/app";
import { userIdOf } from "@/server/users/user-id-of";

export interface SessionRow {
  id: string;
  /** The session that asks. */
  current: boolean;
  userAgent: string | null;
  address: string | null;
  signedInAt: Date;
}

/** @returns the places the person is signed in at, newest first. */
export async function listSessions(app: App, actor: Actor, sessionId: string | null): Promise<SessionRow[]> {
  const sessions = await app.db.session.findMany({
    where: { userId: userIdOf(actor), expiresAt: { gt: app.clock.now() } },
    orderBy: { createdAt: "desc" },
    take: 100,
    select: { id: true, userAgent: true, ipAddress: true, createdAt: true },
  });
  return sessions.map(({ id, userAgent, ipAddress, createdAt }) => ({
    id,
    current: id === sessionId,
    userAgent,
    address: ipAddress,
    signedInAt: createdAt,
  }));
}
