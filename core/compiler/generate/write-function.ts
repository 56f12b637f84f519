import type { Writer } from "@/core/compiler/generate/writer";
import type { FunctionInterface } from "@/core/compiler/program";
import { stripTypes } from "@/core/values/parse-code";
import { normalizeLines } from "@/core/values/value-code";

/** Writes a function of the workspace with its local declarations, in a scope of their own. */
export function writeFunction(writer: Writer, { name, version, source }: FunctionInterface, constant: string): void {
  writer.line(0, `// Function ${name}, version ${version}`);
  writer.line(0, `const ${constant} = (() => {`);
  writer.verbatim({ nodeId: null, part: "function", functionName: name }, withoutExports(normalizeLines(source)));
  writer.line(0, `return ${name};`);
  writer.line(0, "})();");
}

/**
 * Inside a scope nothing is exported. A line of text that only looks like an export is the same with and without types;
 * an exported type is gone without them.
 */
function withoutExports(source: string): string {
  const stripped = stripTypes(source).split("\n");
  const lines = source.split("\n").map((line, index) => {
    const isType =
      /^\s*export\s+(?:type|interface|declare)\b/.test(line) && !/^\s*export\b/.test(stripped[index] ?? "");
    const isFunction = /^\s*export\s+(?:async\s+)?function\b/.test(line);
    return isType || isFunction ? line.replace(/export\s+/, "") : line;
  });
  return lines.join("\n");
}
