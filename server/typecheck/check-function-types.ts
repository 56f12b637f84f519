import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { CompileContext, FunctionSignature } from "@/core/compiler/program";
import { typeDiagnostics } from "@/core/compiler/types/type-diagnostics";
import { emptyDocument } from "@/core/graph/empty-document";
import { recordInterface } from "@/core/nodes/record-type-name";
import type { CrmModule } from "@/core/records/field-types";
import type { App } from "@/server/app";

/** What the checker says of a function's source. */
export interface FunctionReport {
  /** Each names its line in the source (`params.line`). */
  diagnostics: Diagnostic[];
  signature: FunctionSignature | null;
}

/**
 * Checks the types of a function's source, which may name the types of the workspace's records.
 *
 * @returns null when the checker cannot be asked
 */
export async function checkFunctionTypes(
  app: App,
  { name, source }: { name: string; source: string },
  modules: CrmModule[],
): Promise<FunctionReport | null> {
  const types = modules.flatMap((module) => recordInterface(modules, module)).join("\n");
  const answer = await app.typeChecker.ask({ kind: "function", text: source, name, types });
  if (!answer) return null;
  const lineMap = [{ from: 1, to: Infinity, nodeId: "source", part: "code" as const, userLine: 1, field: "source" }];
  const context: CompileContext = { modules, functions: [], connections: [], services: [] };
  const module = { document: emptyDocument(name), context, lineMap };
  const found = typeDiagnostics(answer.findings, module);
  return {
    diagnostics: found.map(({ code, params, severity }) => ({ code, params, severity })),
    signature: answer.signature,
  };
}
