import type { AutomationDocument } from "@/core/graph/document";
import type { Actor, App } from "@/server/app";
import { findAutomation } from "@/server/automations/find-automation";
import { storedDocument } from "@/server/automations/stored-document";

/**
 * Gives the draft as a document that another workspace can import.
 *
 * @throws AppError NOT_FOUND
 */
export async function exportDocument(app: App, actor: Actor, input: { id: string }): Promise<AutomationDocument> {
  return storedDocument((await findAutomation(app, actor, input.id)).draft);
}
