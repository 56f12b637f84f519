import type { Analysis } from "@/core/compiler/analyse/analyse";
import { namesVisibleAt } from "@/core/compiler/analyse/names-visible-at";
import type { ModuleNames } from "@/core/compiler/generate/module-names";
import { LINE_WIDTH } from "@/core/compiler/generate/write-settings";
import type { Writer } from "@/core/compiler/generate/writer";

/**
 * @returns the type of a node's output. For code it is what the code returns: text that people wrote is never pasted where
 * it would be read as code.
 */
export function outputTypeText(id: string, names: ModuleNames, analysis: Analysis): string {
  const called = analysis.functionOf(id);
  const code = called === undefined ? names.ofCode(id) : names.ofFunction(called);
  return code === undefined ? analysis.typeOf(id) : `Awaited<ReturnType<typeof ${code}>>`;
}

/** @returns the type of what a name stands for at a place: output or error, and whether it may be missing */
export function visibleTypeText(id: string, at: string, names: ModuleNames, analysis: Analysis): string {
  const node = analysis.nodes.get(id)!;
  const visible = namesVisibleAt(analysis.regionOf(at), at).get(node.name)!;
  const stands = visible.stands();
  if (stands === "round") return node.type.body!.innerType(node.config, node.context);
  const output = stands === "error" ? [] : [outputTypeText(id, names, analysis)];
  const failed = stands === "output" ? [] : ["Failed"];
  return [...output, ...failed, ...(visible.mayBeMissing() ? ["undefined"] : [])].join(" | ");
}

/** Writes a type; an object's that does not fit into the line with one member a line. */
export function writeType(writer: Writer, type: string, indent: number): void {
  const [, members, after] = /^\{ (.*) \}(?=([^{}]*)$)/.exec(type) ?? [];
  if (members === undefined || writer.column + type.length <= LINE_WIDTH) {
    writer.write(type);
    return;
  }
  writer.write("{");
  for (const member of membersOf(members)) writer.line(indent + 1, `${member};`);
  writer.line(indent, `}${after}`);
}

/** Divides `a: X; b: { c: Y; d: Z }` at the outermost semicolons. */
function membersOf(text: string): string[] {
  const members: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}()[\];]/g)) {
    if ("{([".includes(sign)) depth += 1;
    else if ("})]".includes(sign)) depth -= 1;
    else if (sign === ";" && depth === 0) {
      members.push(text.slice(from, index).trim());
      from = index + 1;
    }
  }
  return [...members, text.slice(from).trim()].filter((member) => member !== "");
}
