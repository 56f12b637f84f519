import { AppError } from "@/core/execution/errors";
import type { AutomationDocument } from "@/core/graph/document";
import type { Actor, App } from "@/server/app";
import { storedDocument } from "@/server/automations/stored-document";

/**
 * Reads the document a version was compiled from.
 *
 * @throws AppError NOT_FOUND
 */
export async function readVersionDocument(app: App, actor: Actor, versionId: string): Promise<AutomationDocument> {
  const version = await app.db.automationVersion.findFirst({
    where: { id: versionId, workspaceId: actor.workspaceId },
    select: { document: true },
  });
  if (!version) throw new AppError("NOT_FOUND", { what: "version", id: versionId });
  return storedDocument(version.document);
}
