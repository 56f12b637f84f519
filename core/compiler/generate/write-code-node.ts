import type { Analysis, CodeNode } from "@/core/compiler/analyse/analyse";
import type { ModuleNames } from "@/core/compiler/generate/module-names";
import { visibleTypeText } from "@/core/compiler/generate/type-text";
import { oneLine, type Writer } from "@/core/compiler/generate/writer";
import { parseBody } from "@/core/values/parse-code";
import { normalizeLines } from "@/core/values/value-code";

/** Writes the function that holds a code node's code; its one parameter has the names the code reads. */
export function writeCodeNode(writer: Writer, node: CodeNode, names: ModuleNames, analysis: Analysis): void {
  const source = normalizeLines(node.source);
  const read = [...analysis.readBy(node.id)].map((id) => ({
    name: analysis.nodes.get(id)!.name,
    type: visibleTypeText(id, node.id, names, analysis),
  }));
  const parameters = read.map((one) => one.name).join(", ");
  const types = read.map((one) => `${one.name}: ${one.type}`).join("; ");
  writer.line(0, `// ${oneLine(node.label)}`);
  writer.line(0, `${node.isAsync ? "async " : ""}function ${names.ofCode(node.id)}(`);
  writer.write(read.length > 0 ? `{ ${parameters} }: { ${types} }) {` : ") {");
  writer.verbatim(
    { nodeId: node.id, part: "code", field: "code" },
    read.length > 0 ? withoutDirective(source) : source,
  );
  writer.line(0, "}");
}

/** All code is strict; a function whose input is taken apart must not say so itself. */
function withoutDirective(source: string): string {
  const parsed = parseBody(source);
  const said = "fault" in parsed ? undefined : parsed.tree.body.find((one) => "directive" in one && isStrict(one));
  if (!said || "fault" in parsed) return source;
  const text = parsed.javascript.slice(said.start, said.end);
  return source.startsWith(text, said.start)
    ? `${source.slice(0, said.start)}/* ${text} */${source.slice(said.end)}`
    : source;
}

const isStrict = ({ directive }: { directive?: string }): boolean => directive === "use strict";
