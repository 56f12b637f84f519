import { compile } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { FunctionInterface } from "@/core/compiler/program";
import type { AutomationDocument } from "@/core/graph/document";
import type { Actor, App } from "@/server/app";
import { compileContext } from "@/server/automations/compile-context";

/** @returns what would keep this document from being published with these functions; nothing when it would be. */
export async function wouldPublish(
  app: App,
  actor: Actor,
  { document, functions }: { document: AutomationDocument; functions: FunctionInterface[] },
): Promise<Diagnostic[]> {
  const { diagnostics } = compile(document, await compileContext(app, actor, functions));
  return diagnostics.filter(({ severity }) => severity === "error");
}
