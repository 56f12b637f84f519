import type { CountedLine } from "@/components/ui/counted-lines";
import type { LineSpan } from "@/core/compiler/program";
import type { StepLines } from "@/core/execution/journal";

/**
 * @param failedUserLine the line of the user's code where it failed
 * @param counted what the step counted, by line of the user's code
 * @returns the lines of the module that belong to a step, with the function it called
 */
export function codeOfStep(
  { typescript, lineMap }: { typescript: string; lineMap: LineSpan[] },
  nodeId: string,
  failedUserLine: number | null,
  counted: StepLines | null,
): CountedLine[] {
  const own = lineMap.filter(
    (span) => span.nodeId === nodeId || (span.part === "function" && counted?.[partOf(span)] !== undefined),
  );
  const texts = typescript.split("\n");
  const numbers = new Set(own.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, at) => from + at)));
  const failed = failedUserLine === null ? null : moduleLine(own, failedUserLine);
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => ({
      number,
      text: texts[number - 1] ?? "",
      failed: number === failed,
      count: counted && countAt(own, number, counted),
    }));
}

/** The key of a span's lines in what a step counted. */
const partOf = ({ part, functionName }: LineSpan): string =>
  part === "function" ? `function:${functionName}` : "code";

function countAt(spans: readonly LineSpan[], line: number, counted: StepLines): number | null {
  for (const span of spans) {
    const { from, to, part, userLine = 1 } = span;
    if (part === "config" || line < from || line > to) continue;
    const lines = counted[partOf(span)];
    if (lines) return lines[String(userLine + line - from)] ?? null;
  }
  return null;
}

/** The module's line for a line of the user's own text. */
function moduleLine(spans: LineSpan[], userLine: number): number | null {
  for (const { from, to, part, userLine: first = 1 } of spans) {
    if (part !== "config" && userLine >= first && userLine <= first + to - from) return from + userLine - first;
  }
  return null;
}
