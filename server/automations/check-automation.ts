import { compile } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";
import { findAutomation } from "@/server/automations/find-automation";
import { storedDocument } from "@/server/automations/stored-document";
import { checkTypes, type TypeReport } from "@/server/typecheck/check-types";

/** The problems of a draft. */
export interface CheckedAutomation {
  revision: number;
  /** All of them. */
  diagnostics: Diagnostic[];
  /** Those of the type checker, and what it knows of the steps; null while it cannot be asked. */
  typed: TypeReport | null;
}

/**
 * Finds the problems of a draft: what the compiler finds, then what the type checker does where it compiles.
 *
 * @throws AppError NOT_FOUND
 */
export async function checkAutomation(app: App, actor: Actor, input: { id: string }): Promise<CheckedAutomation> {
  const automation = await findAutomation(app, actor, input.id);
  const document = storedDocument(automation.draft);
  const context = await compileContext(app, actor);
  const compiled = compile(document, context);
  const typed = await checkTypes(app, document, compiled, context);
  return {
    revision: automation.revision,
    diagnostics: [...compiled.diagnostics, ...(typed?.diagnostics ?? [])],
    typed,
  };
}
