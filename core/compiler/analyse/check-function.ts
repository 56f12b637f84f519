import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import type { FunctionInterface } from "@/core/compiler/program";
import { parseModule } from "@/core/values/parse-code";
import { readUserCode } from "@/core/values/read-user-code";

/** Finds what keeps a function from being used: it cannot be read, exports something else, or reads unknown names. */
export function checkFunction({ name, source }: Pick<FunctionInterface, "name" | "source">): Diagnostic[] {
  const use = readUserCode("module", source);
  if (use.fault) {
    const { reason, message, line } = use.fault;
    return [error("BAD_CODE", {}, { function: name, reason, message, line })];
  }
  if (use.isAsync) return [error("BAD_CODE", {}, { function: name, reason: "await", message: "", line: 1 })];
  const forbidden = use.forbidden.map((one) =>
    error("RESERVED_IDENTIFIER", {}, { function: name, name: one.name, line: one.line }),
  );
  const unknown = use.free.map((one) => error("UNKNOWN_NAME", {}, { function: name, name: one.name, line: one.line }));
  const exported = exportedFunctions(source);
  const wrong =
    exported.length === 1 && exported[0] === name
      ? []
      : [error("BAD_CODE", {}, { function: name, reason: "export", message: exported.join(", "), line: 1 })];
  return [...wrong, ...forbidden, ...unknown];
}

/** @returns the names of the functions a readable module exports */
function exportedFunctions(source: string): string[] {
  const parsed = parseModule(source);
  if ("fault" in parsed) return [];
  return parsed.tree.body.flatMap((statement) => {
    if (statement.type !== "ExportNamedDeclaration") return [];
    const { declaration } = statement;
    return declaration?.type === "FunctionDeclaration" ? [declaration.id.name] : ["?"];
  });
}
