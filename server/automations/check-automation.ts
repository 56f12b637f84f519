import { compile } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";
import { findAutomation } from "@/server/automations/find-automation";
import { storedDocument } from "@/server/automations/stored-document";

/**
 * Finds the problems of a draft.
 *
 * @throws AppError NOT_FOUND
 */
export async function checkAutomation(
  app: App,
  actor: Actor,
  input: { id: string },
): Promise<{ revision: number; diagnostics: Diagnostic[] }> {
  const automation = await findAutomation(app, actor, input.id);
  const { diagnostics } = compile(storedDocument(automation.draft), await compileContext(app, actor));
  return { revision: automation.revision, diagnostics };
}
