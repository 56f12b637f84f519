import { locateError } from "@/core/compiler/locate-error";
import type { LineSpan } from "@/core/compiler/program";
import type { ExecutionError } from "@/core/execution/errors";
import type { SandboxError } from "@/server/runtime/sandbox/sandbox";

/**
 * Turns the program's lines of an error into the user's own: the line in the code of the node or function, or the setting.
 * @param lineMap the version's
 */
export function placeError({ lines = [], ...error }: SandboxError, lineMap: readonly LineSpan[]): ExecutionError {
  const origins = lines.map((line) => locateError(lineMap, line)).filter((origin) => origin !== null);
  const code = origins.find(({ part, userLine }) => part !== "config" && userLine !== undefined);
  if (code) {
    const params = code.functionName ? { ...error.params, function: code.functionName } : error.params;
    return { ...error, params, line: code.userLine };
  }
  const setting = origins.find(({ part }) => part === "config");
  if (!setting) return error;
  return { ...error, nodeId: error.nodeId ?? setting.nodeId ?? undefined, field: error.field ?? setting.field };
}
