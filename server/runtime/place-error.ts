import type { LineSpan } from "@/core/compiler/program";
import type { ExecutionError } from "@/core/execution/errors";
import type { SandboxError } from "@/server/runtime/sandbox/sandbox";

/**
 * Turns the program's lines of an error into the user's own: the line in the code of the node or function, or the setting.
 * @param lineMap the version's
 */
export function placeError({ lines = [], ...error }: SandboxError, lineMap: readonly LineSpan[]): ExecutionError {
  const origins = lines.flatMap((line) => {
    const span = narrowestAround(lineMap, line);
    return span ? [{ line, span }] : [];
  });
  const code = origins.find(({ span }) => span.part !== "config" && span.userLine !== undefined);
  if (code) {
    const { functionName, userLine = 1, from } = code.span;
    const params = functionName ? { ...error.params, function: functionName } : error.params;
    return { ...error, params, line: userLine + code.line - from };
  }
  const setting = origins.find(({ span }) => span.part === "config")?.span;
  if (!setting) return error;
  return { ...error, nodeId: error.nodeId ?? setting.nodeId ?? undefined, field: error.field ?? setting.field };
}

function narrowestAround(lineMap: readonly LineSpan[], line: number): LineSpan | undefined {
  let narrowest: LineSpan | undefined;
  for (const span of lineMap) {
    if (line < span.from || line > span.to) continue;
    if (!narrowest || span.to - span.from < narrowest.to - narrowest.from) narrowest = span;
  }
  return narrowest;
}
