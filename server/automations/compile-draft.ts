import { compile } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { FunctionInterface, Program } from "@/core/compiler/program";
import { AppError } from "@/core/execution/errors";
import type { AutomationDocument } from "@/core/graph/document";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";

/**
 * Compiles a document that has to run.
 *
 * @param functions instead of the newest published version of each
 * @returns the program, and the warnings that do not block
 * @throws AppError CANNOT_PUBLISH with the `count` of errors, and all diagnostics as its details
 */
export async function compileDraft(
  app: App,
  actor: Actor,
  document: AutomationDocument,
  functions?: FunctionInterface[],
): Promise<{ program: Program; diagnostics: Diagnostic[] }> {
  const { program, diagnostics } = compile(document, await compileContext(app, actor, functions));
  if (program) return { program, diagnostics };
  const count = diagnostics.filter(({ severity }) => severity === "error").length;
  throw new AppError(
    "CANNOT_PUBLISH",
    { count },
    { details: { diagnostics: diagnostics.map((found) => ({ ...found })) } },
  );
}
