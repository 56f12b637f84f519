import type { Actor, App } from "@/server/app";

/** The keys of one automation, newest first, without anything that could be used to call it. */
export async function listApiKeys(app: App, actor: Actor, input: { automationId: string }) {
  const keys = await app.db.apiKey.findMany({
    where: { workspaceId: actor.workspaceId, automationId: input.automationId, revokedAt: null },
    orderBy: { createdAt: "desc" },
    select: { id: true, name: true, publicId: true, createdAt: true, lastUsedAt: true },
  });
  return keys.map(({ publicId, ...key }) => ({ ...key, startsWith: `mr_${publicId}_` }));
}
