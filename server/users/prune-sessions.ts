import type { App } from "@/server/app";

/**
 * Deletes sessions and verification codes that have expired, in every workspace.
 * @returns how many.
 */
export async function pruneSessions(app: App): Promise<number> {
  const expired = { where: { expiresAt: { lt: app.clock.now() } } };
  const sessions = await app.db.session.deleteMany(expired);
  const verifications = await app.db.verification.deleteMany(expired);
  return sessions.count + verifications.count;
}
