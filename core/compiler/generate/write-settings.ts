import type { Writer } from "@/core/compiler/generate/writer";
import type { CodeTree } from "@/core/nodes/step-code";
import { keyCode } from "@/core/values/value-code";

const LINE_WIDTH = 110;

/**
 * Writes the settings argument of a step's call: an arrow that computes them, or the cases of a choice. One line where it
 * fits, else one line a setting.
 *
 * @param used how much of the line is taken already
 */
export function writeSettings(
  writer: Writer,
  settings: CodeTree,
  at: { indent: number; used: number; nodeId: string },
): void {
  const flat = settings.kind === "cases" ? casesText(settings.cases) : `() => ${arrowBody(settings)}`;
  const { indent, used, nodeId } = at;
  if (!flat.includes("\n") && used + flat.length <= LINE_WIDTH) {
    writer.write(flat);
  } else if (settings.kind === "text") {
    writer.write("() => ");
    writeText(writer, settings, nodeId);
  } else {
    writer.write(settings.kind === "cases" ? "{" : "() => ({");
    writeEntries(writer, entriesOf(settings), settings.kind === "cases" ? "() => " : "", {
      indent: indent + 1,
      nodeId,
    });
    writer.line(indent, settings.kind === "cases" ? "}" : "})");
  }
}

function writeEntries(
  writer: Writer,
  entries: { key: string; code: CodeTree }[],
  before: string,
  at: { indent: number; nodeId: string },
): void {
  for (const { key, code } of entries) {
    writer.line(at.indent);
    const flat = before + flatText(code);
    if (code.kind === "text" || (!flat.includes("\n") && flat.length + key.length + at.indent * 2 <= LINE_WIDTH)) {
      const whole = before === "" && flat === key ? `${key},` : `${keyCode(key)}: ${before}${asValue(code, before)},`;
      writeText(writer, { text: whole, field: fieldOf(code) }, at.nodeId);
    } else {
      writer.write(`${keyCode(key)}: {`);
      writeEntries(writer, entriesOf(code), "", { ...at, indent: at.indent + 1 });
      writer.line(at.indent, "},");
    }
  }
}

function writeText(writer: Writer, { text, field }: { text: string; field?: string }, nodeId: string): void {
  if (field === undefined) writer.write(text);
  else writer.span({ nodeId, part: "config", field }, () => writer.write(text));
}

/** After `() =>` an object needs parentheses. */
const asValue = (code: CodeTree, before: string): string => (before === "" ? flatText(code) : arrowBody(code));

function arrowBody(code: CodeTree): string {
  const text = flatText(code);
  return text.startsWith("{") ? `(${text})` : text;
}

function flatText(code: CodeTree): string {
  if (code.kind === "text") return code.text;
  const entries = entriesOf(code).map(({ key, code: held }) => {
    const text = flatText(held);
    return text === key ? key : `${keyCode(key)}: ${text}`;
  });
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}

const casesText = (cases: { key: string; code: CodeTree }[]): string =>
  `{ ${cases.map(({ key, code }) => `${keyCode(key)}: () => ${arrowBody(code)}`).join(", ")} }`;

const entriesOf = (code: CodeTree) => (code.kind === "object" ? code.entries : code.kind === "cases" ? code.cases : []);

const fieldOf = (code: CodeTree): string | undefined => (code.kind === "cases" ? undefined : code.field);
