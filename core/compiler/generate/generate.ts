import type { Analysis } from "@/core/compiler/analyse/analyse";
import { moduleNames } from "@/core/compiler/generate/module-names";
import { variablesOf } from "@/core/compiler/generate/variables";
import { writeCodeNode } from "@/core/compiler/generate/write-code-node";
import { writeFunction } from "@/core/compiler/generate/write-function";
import { writeMain } from "@/core/compiler/generate/write-main";
import { writeMatch } from "@/core/compiler/generate/write-match";
import { oneLine, Writer } from "@/core/compiler/generate/writer";
import type { CompileContext, LineSpan } from "@/core/compiler/program";
import type { TypeNote } from "@/core/compiler/types/type-finding";
import { recordInterface, recordTypeName } from "@/core/nodes/record-type-name";

/** The readable module, and whose each line is. */
export interface Generated {
  typescript: string;
  lineMap: LineSpan[];
  /** Types that are checked but not written. */
  notes: TypeNote[];
}

/**
 * Writes the module of a graph without errors: the automation first, then the code it runs, then the types it speaks of.
 * The same graph gives the same bytes.
 */
export function generate(title: string, analysis: Analysis, context: CompileContext): Generated {
  const variables = variablesOf(analysis.plan, analysis);
  const names = moduleNames(title, analysis);
  const writer = new Writer();

  writer.line(0, `// ${oneLine(title)}`);
  writer.line(0, 'import type { Run } from "millrace";');
  writer.gap();
  writeMain(writer, { variables, names, analysis });
  writeMatch(writer, analysis);
  for (const node of analysis.codeNodes) {
    writer.gap();
    writeCodeNode(writer, node, names, analysis);
  }
  for (const used of analysis.functions) {
    writer.gap();
    writeFunction(writer, used, names.ofFunction(used.name));
  }
  writeInterfaces(writer, context);
  return { typescript: withImports(writer.text()), lineMap: writer.spans, notes: writer.notes };
}

/** Writes the interfaces of the modules the text speaks of. */
function writeInterfaces(writer: Writer, { modules }: CompileContext): void {
  const words = new Set(writer.text().match(/[A-Za-z_][A-Za-z0-9_]*/g));
  for (const module of modules) {
    if (!words.has(recordTypeName(modules, module.apiName))) continue;
    writer.gap();
    for (const line of recordInterface(modules, module)) writer.line(0, line);
  }
}

/** The second line imports the types the text speaks of. */
function withImports(typescript: string): string {
  const words = new Set(typescript.match(/[A-Za-z_][A-Za-z0-9_]*/g));
  const types = ["Failed", "FileValue"].filter((name) => words.has(name));
  if (types.length === 0) return typescript;
  const lines = typescript.split("\n");
  lines[1] = `import type { ${[...types, "Run"].join(", ")} } from "millrace";`;
  return lines.join("\n");
}
