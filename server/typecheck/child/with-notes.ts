import type { TypeNote } from "@/core/compiler/types/type-finding";

/** A text with types written into it, and the way back to the places of the text without them. */
export interface NotedText {
  text: string;
  /** @returns the place in the text without notes; the note's own place for what is inside one */
  placeOf(line: number, column: number): { line: number; column: number };
}

/** Writes notes into a text. Line ends stay where they are. */
export function withNotes(text: string, notes: readonly TypeNote[]): NotedText {
  const byLine = groupedByLine(notes);
  const lines = byLine.size === 0 ? [] : text.split("\n");
  for (const [line, held] of byLine) {
    held.sort((a, b) => a.column - b.column);
    const written = lines[line - 1] ?? "";
    let noted = "";
    let from = 0;
    for (const note of held) {
      noted += written.slice(from, note.column) + note.text;
      from = note.column;
    }
    lines[line - 1] = noted + written.slice(from);
  }
  return { text: byLine.size === 0 ? text : lines.join("\n"), placeOf };

  function placeOf(line: number, column: number): { line: number; column: number } {
    let shift = 0;
    for (const note of byLine.get(line) ?? []) {
      const start = note.column + shift;
      if (column < start) break;
      if (column < start + note.text.length) return { line, column: note.column };
      shift += note.text.length;
    }
    return { line, column: column - shift };
  }
}

function groupedByLine(notes: readonly TypeNote[]): Map<number, TypeNote[]> {
  const byLine = new Map<number, TypeNote[]>();
  for (const note of notes) byLine.set(note.line, [...(byLine.get(note.line) ?? []), note]);
  return byLine;
}
