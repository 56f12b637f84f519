import { AppError } from "@/core/execution/errors";
import type { AutomationDocument } from "@/core/graph/document";
import type { Actor, App } from "@/server/app";
import { findAutomation } from "@/server/automations/find-automation";
import { storedDocument } from "@/server/automations/stored-document";

/**
 * Reads what one published version of an automation was made of.
 *
 * @throws AppError NOT_FOUND
 */
export async function getVersion(
  app: App,
  actor: Actor,
  input: { id: string; number: number },
): Promise<{ number: number; document: AutomationDocument }> {
  const automation = await findAutomation(app, actor, input.id);
  const version = await app.db.automationVersion.findFirst({
    where: {
      automationId: automation.id,
      workspaceId: actor.workspaceId,
      kind: "published",
      number: input.number,
    },
    select: { document: true },
  });
  if (!version) throw new AppError("NOT_FOUND", { what: "version", id: String(input.number) });
  return { number: input.number, document: storedDocument(version.document) };
}
