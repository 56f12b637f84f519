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
  } else if (settings.kind === "text" || settings.kind === "list") {
    writer.write("() => ");
    writeText(writer, { text: flatText(settings), field: settings.field }, nodeId);
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
    if (code.kind === "list" && !flat.includes("\n") && flat.length + key.length + at.indent * 2 > LINE_WIDTH) {
      writer.write(`${keyCode(key)}: [`);
      for (const item of code.items) {
        writer.line(at.indent + 1);
        writeText(writer, { text: `${flatText(item)},`, field: firstFieldOf(item) }, at.nodeId);
      }
      writer.line(at.indent, "],");
    } else if (
      code.kind === "text" ||
      code.kind === "list" ||
      (!flat.includes("\n") && flat.length + key.length + at.indent * 2 <= LINE_WIDTH)
    ) {
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
  if (code.kind === "list") return `[${code.items.map(flatText).join(", ")}]`;
  const entries = entriesOf(code).map(({ key, code: held }) => {
    const text = flatText(held);
    return text === key ? key : `${keyCode(key)}: ${text}`;
  });
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}

const casesText = (cases: { key: string; code: CodeTree }[]): string =>
  `{ ${cases.map(({ key, code }) => `${keyCode(key)}: () => ${arrowBody(code)}`).join(", ")} }`;

const entriesOf = (code: CodeTree) => (code.kind === "object" ? code.entries : code.kind === "cases" ? code.cases : []);

/** The setting a whole entry of a list is about. */
function firstFieldOf(code: CodeTree): string | undefined {
  if (code.kind === "cases") return undefined;
  if (code.field !== undefined || code.kind !== "object") return code.field;
  return code.entries.map((entry) => firstFieldOf(entry.code)).find((field) => field !== undefined);
}

const fieldOf = (code: CodeTree): string | undefined => (code.kind === "cases" ? undefined : code.field);
