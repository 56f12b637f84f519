import type { LineSpan } from "@/core/compiler/program";

/** Where a line of the compiled module comes from. */
export interface Origin {
  /** Null inside a function, which several nodes may use: the running step says which. */
  nodeId: string | null;
  part: LineSpan["part"];
  functionName?: string;
  /** The line in the user's own code, from 1. */
  userLine?: number;
  field?: string;
}

/**
 * Says whose a line of the compiled module is. TypeScript and JavaScript have the same lines.
 * @param line from 1
 * @returns null for a line that belongs to nobody
 */
export function locateError(lineMap: readonly LineSpan[], line: number): Origin | null {
  const around = lineMap.filter((span) => span.from <= line && line <= span.to);
  const [first] = around;
  if (!first) return null;
  const span = around.reduce((best, other) => (other.to - other.from < best.to - best.from ? other : best), first);
  const { nodeId, part, functionName, field, userLine } = span;
  return {
    nodeId,
    part,
    ...(functionName !== undefined && { functionName }),
    ...(field !== undefined && { field }),
    ...(userLine !== undefined && { userLine: userLine + line - span.from }),
  };
}
