import { type Compiled, compile } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { CompileContext, FunctionInterface, Program } from "@/core/compiler/program";
import { AppError } from "@/core/execution/errors";
import type { AutomationDocument } from "@/core/graph/document";
import type { Json } from "@/core/values/json";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";
import { startFindings } from "@/server/triggers/start-findings";
import { checkTypes } from "@/server/typecheck/check-types";

/**
 * Compiles a document that has to run.
 *
 * @param options.typed whether its types and starts are checked too: for what goes live. A test runs what compiles.
 * @param options.functions instead of the newest published version of each
 * @returns the program, and the warnings that do not block
 * @throws AppError CANNOT_PUBLISH with the `count` of errors, and all diagnostics as its details
 * @throws AppError UNAVAILABLE when the types cannot be checked now
 */
export async function compileDraft(
  app: App,
  actor: Actor,
  document: AutomationDocument,
  options: { typed: boolean; functions?: FunctionInterface[] },
): Promise<{ program: Program; diagnostics: Diagnostic[] }> {
  const context = await compileContext(app, actor, options.functions);
  const compiled = compile(document, context);
  const typed = options.typed ? await typeFindings(app, document, compiled, context) : [];
  const starts = options.typed ? startFindings(document) : [];
  const diagnostics = [...compiled.diagnostics, ...typed, ...starts];
  const count = diagnostics.filter(({ severity }) => severity === "error").length;
  if (compiled.program && count === 0) return { program: compiled.program, diagnostics };
  const details = { diagnostics: diagnostics.map((found) => ({ ...found }) as unknown as Json) };
  throw new AppError("CANNOT_PUBLISH", { count }, { details });
}

/** What nobody could check does not go live. */
async function typeFindings(
  app: App,
  document: AutomationDocument,
  compiled: Compiled,
  context: CompileContext,
): Promise<Diagnostic[]> {
  const report = await checkTypes(app, document, compiled, context);
  if (!report) throw new AppError("UNAVAILABLE", { what: "typecheck" });
  return report.diagnostics;
}
