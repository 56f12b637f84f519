import type { LineSpan } from "@/core/compiler/program";

/** A line of the compiled module, from 1. */
export interface CodeLine {
  number: number;
  text: string;
  /** It is the one in the user's code where the step failed. */
  failed: boolean;
}

/** @returns the lines of the module that belong to a step. */
export function codeOfStep(
  { typescript, lineMap }: { typescript: string; lineMap: LineSpan[] },
  nodeId: string,
  failedUserLine: number | null,
): CodeLine[] {
  const spans = lineMap.filter((span) => span.nodeId === nodeId);
  const texts = typescript.split("\n");
  const numbers = new Set(spans.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)));
  const failed = failedUserLine === null ? null : moduleLine(spans, failedUserLine);
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => ({ number, text: texts[number - 1] ?? "", failed: number === failed }));
}

/** The module's line for a line of the user's own text. */
function moduleLine(spans: LineSpan[], userLine: number): number | null {
  for (const { from, to, part, userLine: first = 1 } of spans) {
    if (part !== "config" && userLine >= first && userLine <= first + to - from) return from + userLine - first;
  }
  return null;
}
