import type { Actor, App } from "@/server/app";
import { createAutomation } from "@/server/automations/create-automation";
import { findAutomation } from "@/server/automations/find-automation";
import { storedDocument } from "@/server/automations/stored-document";

/**
 * Makes a new automation from the draft of another; it belongs to the person who asks and is not live.
 *
 * @param input.name the copy's name, in the words of the person's language
 * @throws AppError NOT_FOUND
 */
export async function duplicateAutomation(
  app: App,
  actor: Actor,
  input: { id: string; name: string },
): Promise<{ id: string; revision: number }> {
  const automation = await findAutomation(app, actor, input.id);
  return createAutomation(app, actor, { name: input.name, document: storedDocument(automation.draft) });
}
