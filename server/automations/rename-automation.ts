import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { findAutomation } from "@/server/automations/find-automation";
import { storedDocument } from "@/server/automations/stored-document";

/**
 * Renames an automation and its draft. A name is no change of what it does, so a published automation stays as published.
 *
 * @throws AppError NOT_FOUND
 * @throws AppError CONFLICT when somebody saved the draft at the same moment
 */
export async function renameAutomation(
  app: App,
  actor: Actor,
  input: { id: string; name: string },
): Promise<{ revision: number }> {
  const automation = await findAutomation(app, actor, input.id);
  const published = automation.revision === automation.publishedRevision;
  const revision = automation.revision + 1;
  const { count } = await app.db.automation.updateMany({
    where: { id: automation.id, workspaceId: actor.workspaceId, deletedAt: null, revision: automation.revision },
    data: {
      name: input.name,
      draft: { ...storedDocument(automation.draft), name: input.name },
      revision,
      ...(published && { publishedRevision: revision }),
      updatedAt: app.clock.now(),
      updatedById: actor.userId ?? automation.updatedById,
    },
  });
  if (count === 0) throw new AppError("CONFLICT", { what: "draft", revision: automation.revision });
  await app.changes.notify({ kind: "automation", workspaceId: actor.workspaceId, id: automation.id });
  return { revision };
}
