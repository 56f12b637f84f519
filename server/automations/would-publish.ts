import { compile } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { FunctionInterface } from "@/core/compiler/program";
import { AppError } from "@/core/execution/errors";
import type { AutomationDocument } from "@/core/graph/document";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";
import { checkTypes } from "@/server/typecheck/check-types";

/**
 * @returns what would keep this document from being published with these functions; nothing when it would be
 * @throws AppError UNAVAILABLE when the types cannot be checked now
 */
export async function wouldPublish(
  app: App,
  actor: Actor,
  { document, functions }: { document: AutomationDocument; functions: FunctionInterface[] },
): Promise<Diagnostic[]> {
  const context = await compileContext(app, actor, functions);
  const compiled = compile(document, context);
  const report = await checkTypes(app, document, compiled, context);
  if (!report) throw new AppError("UNAVAILABLE", { what: "typecheck" });
  return [...compiled.diagnostics, ...report.diagnostics].filter(({ severity }) => severity === "error");
}
