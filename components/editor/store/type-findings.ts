import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { AutomationDocument } from "@/core/graph/document";

/** What the type checker found in one state of the draft. */
export interface TypedDraft {
  document: AutomationDocument;
  diagnostics: Diagnostic[];
}

/**
 * Adds to the compiler's problems those of the type checker that still hold: the ones of steps that nobody changed since.
 * Those of a changed step come back with the next answer, or do not.
 */
export function withTypeFindings(
  compiled: Diagnostic[],
  typed: TypedDraft | null,
  document: AutomationDocument,
): Diagnostic[] {
  if (!typed || typed.diagnostics.length === 0) return compiled;
  const unchanged = new Set<string | undefined>();
  const before = new Map(typed.document.nodes.map((node) => [node.id, node]));
  for (const node of document.nodes) if (before.get(node.id) === node) unchanged.add(node.id);
  return [...compiled, ...typed.diagnostics.filter(({ nodeId }) => unchanged.has(nodeId))];
}
