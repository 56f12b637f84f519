import type { Compiled } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { CompileContext } from "@/core/compiler/program";
import { typeDiagnostics } from "@/core/compiler/types/type-diagnostics";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import { leavesOpen } from "@/core/values/scope-of";
import type { App } from "@/server/app";

/** What the checker says of a compiled automation. */
export interface TypeReport {
  diagnostics: Diagnostic[];
  /** By the name of a step whose node type does not tell: its output's type as self-contained text. */
  types: Record<string, string>;
}

/**
 * Checks the types of an automation that compiles.
 *
 * @returns null when the checker cannot be asked
 */
export async function checkTypes(
  app: App,
  document: AutomationDocument,
  compiled: Compiled,
  context: CompileContext,
): Promise<TypeReport | null> {
  const { notes, program } = compiled;
  if (!program) return { diagnostics: [], types: {} };
  const { lineMap, typescript } = program;
  const steps = document.nodes.filter((node) => isOpen(node, context)).map(({ name }) => name);
  const answer = await app.typeChecker.ask({ kind: "module", text: typescript, notes, steps });
  if (!answer) return null;
  return { diagnostics: typeDiagnostics(answer.findings, { document, context, lineMap }), types: answer.types };
}

/** Whether a step's own type leaves open what it gives, to those after it or to those in its body. */
function isOpen(node: GraphNode, context: CompileContext): boolean {
  const type = findNodeType(node.type);
  const at = { ...context, node };
  return type !== undefined && (type.body !== undefined || leavesOpen(type.outputType(node.config, at)));
}
