import { scanCode } from "@/core/compiler/code-scanner";
import type { Writer } from "@/core/compiler/generate/writer";
import type { FunctionInterface } from "@/core/compiler/program";
import { normalizeLines } from "@/core/values/value-code";

/** Writes a function of the workspace with its local declarations, in a scope of their own. */
export function writeFunction(writer: Writer, { name, version, source }: FunctionInterface, constant: string): void {
  writer.line(0, `// Function ${name}, version ${version}`);
  writer.line(0, `const ${constant} = (() => {`);
  writer.verbatim({ nodeId: null, part: "function", functionName: name }, withoutExports(normalizeLines(source)));
  writer.line(0, `return ${name};`);
  writer.line(0, "})();");
}

/** Inside a scope nothing is exported. A text that only looks like an export stays, and every line its place. */
function withoutExports(source: string): string {
  const outermost = new Set<number>();
  for (const { depth, index } of scanCode(source)) if (depth === 0) outermost.add(index);
  return source.replace(EXPORT, (found, at: number) => (outermost.has(at) ? found.replace(/[^\n]/g, "") : found));
}

/** `export` before a declaration, or a whole `export type { … };`. */
const EXPORT = /(?<![\w$.])export\b(?:\s+type\s*(?:\{[^}]*\}|\*)[^;\n]*;?|\s+)?/g;
