import type { LineSpan } from "@/core/compiler/program";
import type { TypeNote } from "@/core/compiler/types/type-finding";

type SpanInfo = Omit<LineSpan, "from" | "to">;

/** Collects the lines of a module and whose they are. */
export class Writer {
  readonly #lines: string[] = [""];
  readonly spans: LineSpan[] = [];
  readonly notes: TypeNote[] = [];

  /** Ends the line, if it has text, and indents the next. */
  line(indent: number, text = ""): void {
    if (this.#lines.at(-1)?.trim() !== "") this.#lines.push("");
    else this.#lines[this.#lines.length - 1] = "";
    this.write("  ".repeat(indent) + text);
  }

  /** Leaves one line empty. */
  gap(): void {
    if (this.#lines.at(-1) !== "") this.#lines.push("");
    if (this.#lines.length > 1 && this.#lines.at(-2) !== "") this.#lines.push("");
  }

  /** Goes on in the line; line ends in the text are kept as they are, without indentation. */
  write(text: string): void {
    const [first = "", ...others] = text.split("\n");
    this.#lines.push((this.#lines.pop() ?? "") + first, ...others);
  }

  /** Writes what belongs to a node, a function or one setting. */
  span(info: SpanInfo, write: () => void): void {
    const from = this.#lines.length;
    const fromColumn = this.column;
    write();
    const columns = info.field === undefined ? {} : { fromColumn, toColumn: this.column };
    this.spans.push({ from, to: this.#lines.length, ...info, ...columns });
  }

  /** Notes a type that is checked here but not written: the reader can see it in what is called. */
  note(text: string): void {
    this.notes.push({ line: this.#lines.length, column: this.column, text });
  }

  /** Where the next character of the line stands, from 0. */
  get column(): number {
    return this.#lines.at(-1)?.length ?? 0;
  }

  /** Writes the user's own lines, untouched. */
  verbatim(info: SpanInfo, source: string): void {
    this.line(0);
    const from = this.#lines.length;
    this.#lines.pop();
    this.#lines.push(...source.split("\n"), "");
    this.spans.push({ from, to: this.#lines.length - 1, userLine: 1, ...info });
  }

  /** The whole text, ending with one line end. */
  text(): string {
    return `${this.#lines.join("\n").trimEnd()}\n`;
  }
}

/** @returns a label, or a line of a note, as it can stand in a comment: it says nothing to TypeScript (`@ts-ignore`) */
export const oneLine = (label: string): string =>
  label.replace(/[\n\r\u2028\u2029]/g, " ").replace(/^(?=\s*@ts-)/, "- ");
