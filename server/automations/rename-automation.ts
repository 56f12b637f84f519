import type { Actor, App } from "@/server/app";
import { findAutomation } from "@/server/automations/find-automation";
import { storedDocument } from "@/server/automations/stored-document";

/**
 * Renames an automation and its draft. A name is no change of what it does, so a published automation stays as published.
 *
 * @throws AppError NOT_FOUND
 */
export async function renameAutomation(
  app: App,
  actor: Actor,
  input: { id: string; name: string },
): Promise<{ revision: number }> {
  const automation = await findAutomation(app, actor, input.id);
  const published = automation.revision === automation.publishedRevision;
  const { revision } = await app.db.automation.update({
    where: { id: automation.id, workspaceId: actor.workspaceId, revision: automation.revision },
    data: {
      name: input.name,
      draft: { ...storedDocument(automation.draft), name: input.name },
      revision: { increment: 1 },
      ...(published && { publishedRevision: automation.revision + 1 }),
      updatedAt: app.clock.now(),
      updatedById: actor.userId ?? automation.updatedById,
    },
  });
  await app.changes.notify({ kind: "automation", workspaceId: actor.workspaceId, id: automation.id });
  return { revision };
}
