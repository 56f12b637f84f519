import { structuredPatch } from "diff";

/** One line of a comparison; lines count from 1. */
export type DiffRow =
  | { kind: "same"; before: number; after: number; text: string }
  | { kind: "removed"; before: number; text: string }
  | { kind: "added"; after: number; text: string }
  /** Equal lines that are left out. */
  | { kind: "gap"; count: number };

const LINES_AROUND = 3;
/** A source that differs in more than this is shown as all removed, all added: finding the least difference takes too long. */
const MOST_EDITS = 4_000;

/** @returns the lines that differ with a few around them; nothing when both are equal. */
export function diffRows(before: string, after: string): DiffRow[] {
  if (before === after) return [];
  const patch = structuredPatch("", "", before, after, "", "", { context: LINES_AROUND, maxEditLength: MOST_EDITS });
  if (!patch) return [...allOf(before, "removed"), ...allOf(after, "added")];
  const rows: DiffRow[] = [];
  let [oldLine, newLine] = [1, 1];
  for (const hunk of patch.hunks) {
    const count = hunk.oldStart - oldLine;
    if (count > 0) rows.push({ kind: "gap", count });
    oldLine += count;
    newLine += count;
    for (const line of hunk.lines) {
      const text = line.slice(1);
      if (line.startsWith("-")) rows.push({ kind: "removed", before: oldLine++, text });
      else if (line.startsWith("+")) rows.push({ kind: "added", after: newLine++, text });
      else if (line.startsWith(" ")) rows.push({ kind: "same", before: oldLine++, after: newLine++, text });
    }
  }
  const rest = linesOf(before).length - (oldLine - 1);
  return rest > 0 ? [...rows, { kind: "gap", count: rest }] : rows;
}

function allOf(source: string, kind: "removed" | "added"): DiffRow[] {
  return linesOf(source).map((text, index) =>
    kind === "removed" ? { kind, before: index + 1, text } : { kind, after: index + 1, text },
  );
}

const linesOf = (source: string): string[] => (source === "" ? [] : source.replace(/\n$/, "").split("\n"));
