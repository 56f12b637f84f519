import type { LineSpan } from "@/core/compiler/program";
import type { ExecutionError } from "@/core/execution/errors";
import type { SandboxError } from "@/server/runtime/sandbox/sandbox";

/**
 * Turns the program's lines of an error into the user's own: the line in the code of the node or function, or the setting.
 * @param lineMap the version's
 */
export function locateError({ lines = [], ...error }: SandboxError, lineMap: readonly LineSpan[]): ExecutionError {
  const spans = lines.map((line) => ({ line, span: spanAt(lineMap, line) }));
  const code = spans.find(({ span }) => span && span.part !== "config" && span.userLine !== undefined);
  if (code?.span) {
    const { functionName, userLine = 1, from } = code.span;
    const params = functionName ? { ...error.params, function: functionName } : error.params;
    return { ...error, params, line: userLine + code.line - from };
  }
  const setting = spans.find(({ span }) => span?.part === "config");
  if (!setting?.span) return error;
  const { nodeId, field } = setting.span;
  return { ...error, nodeId: error.nodeId ?? nodeId ?? undefined, field: error.field ?? field };
}

/** The narrowest span that holds the line. */
function spanAt(lineMap: readonly LineSpan[], line: number): LineSpan | undefined {
  let best: LineSpan | undefined;
  for (const span of lineMap) {
    if (line < span.from || line > span.to) continue;
    if (!best || span.to - span.from <= best.to - best.from) best = span;
  }
  return best;
}
