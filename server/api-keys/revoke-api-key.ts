import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";

/**
 * Ends a key at once, in every process.
 *
 * @throws NOT_FOUND when there is no such live key in the workspace
 */
export async function revokeApiKey(app: App, actor: Actor, input: { id: string }): Promise<void> {
  const { count } = await app.db.apiKey.updateMany({
    where: { id: input.id, workspaceId: actor.workspaceId, revokedAt: null },
    data: { revokedAt: app.clock.now() },
  });
  if (count === 0) throw new AppError("NOT_FOUND", { what: "key", id: input.id });
  await app.changes.notify({ kind: "api-key", workspaceId: actor.workspaceId, id: input.id });
}
