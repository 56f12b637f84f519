import type { Actor, App } from "@/server/app";

/** Owner of what a management key makes in a workspace that has no administrator yet. */
const NOBODY = "";

/** @returns the id of the person who owns what this actor makes: the actor, or for a key the first administrator. */
export async function ownerOfNew(app: App, actor: Actor): Promise<string> {
  if (actor.userId) return actor.userId;
  const administrator = await app.db.membership.findFirst({
    where: { workspaceId: actor.workspaceId, role: "administrator" },
    orderBy: { createdAt: "asc" },
    select: { userId: true },
  });
  return administrator?.userId ?? NOBODY;
}
