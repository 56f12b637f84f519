import type { Writer } from "@/core/compiler/generate/writer";
import type { CodeEntry, CodeTree } from "@/core/nodes/step-code";
import { isShorthand, keyCode, startingCode } from "@/core/values/value-code";

export const LINE_WIDTH = 110;

/**
 * Writes the settings argument of a step's call: an arrow that computes them, or the cases of a choice. One line where it
 * fits, else one line a setting.
 *
 * @param at.used how much of the line is taken already
 * @param at.type what the settings must be, where the call itself does not tell
 */
export function writeSettings(
  writer: Writer,
  settings: CodeTree,
  at: { indent: number; used: number; nodeId: string; type?: string },
): void {
  const { indent, used, nodeId, type } = at;
  const flat = settings.kind === "cases" ? flatText(settings) : `() => ${startingCode(flatText(settings))}`;
  const fits = !flat.includes("\n") && used + flat.length <= LINE_WIDTH;
  const entries = settings.kind === "cases" ? settings.cases : settings.kind === "object" ? settings.entries : null;
  if (settings.kind !== "cases") {
    writer.write("()");
    if (type !== undefined) writer.note(`: ${type}`);
    writer.write(" =>");
  }
  if (!fits && settings.kind === "text" && settings.lines) {
    writeInLines(writer, settings, settings.lines, { indent, nodeId });
    return;
  }
  if (settings.kind !== "cases") writer.write(" ");
  if (fits || !entries) {
    writeFlat(writer, settings, nodeId, settings.kind === "cases" ? "" : "() => ");
    return;
  }
  writer.write(settings.kind === "cases" ? "{" : "({");
  writeEntries(writer, entries, settings.kind === "cases" ? "() => " : "", { indent: indent + 1, nodeId });
  writer.line(indent, settings.kind === "cases" ? "}" : "})");
}

function writeEntries(
  writer: Writer,
  entries: readonly CodeEntry[],
  before: string,
  at: { indent: number; nodeId: string },
): void {
  for (const { key, code } of entries) {
    writer.line(at.indent);
    const flat = before + flatText(code);
    const fits = !flat.includes("\n") && flat.length + key.length + at.indent * 2 <= LINE_WIDTH;
    if (code.kind === "list" && !flat.includes("\n") && !fits) {
      writer.write(`${keyCode(key)}: [`);
      for (const item of code.items) {
        writer.line(at.indent + 1);
        writeFlat(writer, item, at.nodeId, "");
        writer.write(",");
      }
      writer.line(at.indent, "],");
    } else if (code.kind === "text" && code.lines && !fits) {
      writer.write(`${keyCode(key)}: ${before}`.trimEnd());
      writeInLines(writer, code, code.lines, at);
      writer.write(",");
    } else if (code.kind === "text" || code.kind === "list" || fits) {
      writeEntry(writer, { key, code }, before, at.nodeId);
      writer.write(",");
    } else {
      writer.write(`${keyCode(key)}: {`);
      writeEntries(writer, code.kind === "object" ? code.entries : [], "", { ...at, indent: at.indent + 1 });
      writer.line(at.indent, "},");
    }
  }
}

/** `key: value`, or the key alone where the value is the variable of that name. */
function writeEntry(writer: Writer, { key, code }: CodeEntry, before: string, nodeId: string): void {
  spanned(writer, code, nodeId, () => {
    const flat = flatText(code);
    if (before === "" && isShorthand(key, flat)) return writer.write(key);
    writer.write(`${keyCode(key)}: ${before}`);
    if (code.kind === "text") writer.write(before === "" ? flat : startingCode(flat));
    else writeFlat(writer, code, nodeId, before);
  });
}

/** Writes a piece in one line; each field inside keeps its place. After `() =>` an object needs parentheses. */
function writeFlat(writer: Writer, code: CodeTree, nodeId: string, before: string): void {
  if (code.kind === "text") {
    spanned(writer, code, nodeId, () => writer.write(before === "" ? code.text : startingCode(code.text)));
    return;
  }
  if (code.kind === "list") {
    writer.write("[");
    code.items.forEach((item, index) => {
      if (index > 0) writer.write(", ");
      writeFlat(writer, item, nodeId, "");
    });
    writer.write("]");
    return;
  }
  const entries = code.kind === "cases" ? code.cases : code.entries;
  const [open, close] = before === "" ? ["{", "}"] : ["({", "})"];
  writer.write(entries.length > 0 ? `${open} ` : open);
  entries.forEach((entry, index) => {
    if (index > 0) writer.write(", ");
    writeEntry(writer, entry, code.kind === "cases" ? "() => " : "", nodeId);
  });
  writer.write(entries.length > 0 ? ` ${close}` : close);
}

/** Writes a piece below what it belongs to, one deeper. */
function writeInLines(
  writer: Writer,
  code: CodeTree,
  lines: readonly string[],
  at: { indent: number; nodeId: string },
) {
  const [first = "", ...others] = lines;
  writer.line(at.indent + 1);
  spanned(writer, code, at.nodeId, () => {
    writer.write(first);
    for (const line of others) writer.line(at.indent + 1, line);
  });
}

function spanned(writer: Writer, code: CodeTree, nodeId: string, write: () => void): void {
  const field = code.kind === "cases" ? undefined : code.field;
  if (field === undefined) write();
  else writer.span({ nodeId, part: "config", field }, write);
}

/** A piece in one line, as `writeFlat` writes it inside another. */
function flatText(code: CodeTree): string {
  if (code.kind === "text") return code.text;
  if (code.kind === "list") return `[${code.items.map(flatText).join(", ")}]`;
  const entries = (code.kind === "cases" ? code.cases : code.entries).map(({ key, code: held }) => {
    const text = flatText(held);
    if (code.kind === "cases") return `${keyCode(key)}: () => ${startingCode(text)}`;
    return isShorthand(key, text) ? key : `${keyCode(key)}: ${text}`;
  });
  return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
}
