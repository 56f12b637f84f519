import type { LineSpan } from "@/core/compiler/program";

/** Where in the graph a place of the compiled module lies. */
export interface FindingPlace {
  nodeId: string | null;
  part: LineSpan["part"];
  field: string | undefined;
  /** The line of the user's own code; 0 in a formula. */
  line: number;
}

/** @returns whose setting or code a place of the module is; null for what the compiler wrote itself */
export function placeFinding(lineMap: readonly LineSpan[], line: number, column: number): FindingPlace | null {
  let narrowest: LineSpan | null = null;
  for (const span of lineMap) {
    if (!contains(span, line, column)) continue;
    if (!narrowest || isNarrower(span, narrowest)) narrowest = span;
  }
  if (!narrowest) return null;
  const { field, from, nodeId, part, userLine } = narrowest;
  return { nodeId, part, field, line: userLine === undefined ? 0 : userLine + line - from };
}

function contains({ from, fromColumn = 0, to, toColumn = Infinity }: LineSpan, line: number, column: number): boolean {
  return line >= from && line <= to && (line > from || column >= fromColumn) && (line < to || column <= toColumn);
}

function isNarrower(span: LineSpan, than: LineSpan): boolean {
  const lines = span.to - span.from - (than.to - than.from);
  if (lines !== 0) return lines < 0;
  if (span.field === undefined || than.field === undefined) return span.field !== undefined;
  return width(span) < width(than);
}

const width = ({ fromColumn = 0, toColumn = Infinity }: LineSpan): number => toColumn - fromColumn;
