import { AppError } from "@/core/execution/errors";
import type { Actor } from "@/server/app";

/**
 * The person behind an actor, for what only a person has: sessions, a password, preferences.
 *
 * @throws {AppError} FORBIDDEN for a key, which acts for the workspace
 */
export function userIdOf(actor: Actor): string {
  if (!actor.userId) throw new AppError("FORBIDDEN");
  return actor.userId;
}
