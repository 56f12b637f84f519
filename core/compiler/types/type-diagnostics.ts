import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { CompileContext, LineSpan } from "@/core/compiler/program";
import { findingWords } from "@/core/compiler/types/finding-words";
import { guardsAgainstEmpty } from "@/core/compiler/types/guards-against-empty";
import { type FindingPlace, placeFinding } from "@/core/compiler/types/place-finding";
import { quickFixesFor } from "@/core/compiler/types/quick-fixes-for";
import { severityOf } from "@/core/compiler/types/severity-of";
import type { TypeFinding } from "@/core/compiler/types/type-finding";
import type { AutomationDocument } from "@/core/graph/document";

/** What the findings were found in. */
export interface CheckedModule {
  document: AutomationDocument;
  context: CompileContext;
  lineMap: readonly LineSpan[];
}

/**
 * Turns what the type checker found in a compiled module into diagnostics on the nodes and fields. What was found in the
 * source of a function is told in the function's own editor, and what the compiler knows better (a step that may have
 * been skipped) is left to it.
 */
export function typeDiagnostics(findings: readonly TypeFinding[], module: CheckedModule): Diagnostic[] {
  const placed = findings.flatMap((finding) => {
    const place = placeFinding(module.lineMap, finding.line, finding.column);
    return place ? [{ finding, place }] : [];
  });
  const names = new Set(module.document.nodes.map(({ name }) => name));
  const isDoubtful = doubtfulLines(module.lineMap, placed);
  const seen = new Set<string>();
  return placed.flatMap(({ finding, place }) => {
    const { what } = finding;
    if (place.part === "function" || place.nodeId === null) return [];
    if (what.kind === "may-be-empty") {
      if (names.has(what.subject.text)) return [];
      if (guardsAgainstEmpty(module.document, place.nodeId, what.subject.text)) return [];
    }
    const severity = severityOf(finding, place, module, isDoubtful);
    if (severity === null) return [];
    const { code, params } = findingWords(finding, place, module);
    const key = JSON.stringify([code, place.nodeId, place.field, params]);
    if (seen.has(key)) return [];
    seen.add(key);
    const fix = quickFixesFor(finding, place, module);
    return [{ code, severity, nodeId: place.nodeId, field: place.field, params, ...(fix.length > 0 ? { fix } : {}) }];
  });
}

/**
 * Code that does not fit its own types may give something else than what can be read off it.
 *
 * @returns whether a line lies in such code
 */
function doubtfulLines(
  lineMap: readonly LineSpan[],
  placed: readonly { finding: TypeFinding; place: FindingPlace }[],
): (line: number) => boolean {
  const doubtful = lineMap.filter(
    ({ from, part, to }) =>
      part !== "config" &&
      placed.some(({ finding: { line, what } }) => line >= from && line <= to && what.kind !== "may-be-empty"),
  );
  return (line) => doubtful.some(({ from, to }) => line >= from && line <= to);
}
