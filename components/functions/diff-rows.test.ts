import { expect, test } from "vitest";
import { diffRows } from "@/components/functions/diff-rows";

const numbered = (count: number) => Array.from({ length: count }, (_line, index) => `line ${index + 1}\n`).join("");

test("equal sources have nothing to show", () => {
  expect(diffRows("a\n", "a\n")).toEqual([]);
});

test("a changed line is shown with three around it, and says how many are left out", () => {
  const rows = diffRows(numbered(20), numbered(20).replace("line 10\n", "ten\n"));
  expect(rows[0]).toEqual({ kind: "gap", count: 6 });
  expect(rows.slice(4, 6)).toEqual([
    { kind: "removed", before: 10, text: "line 10" },
    { kind: "added", after: 10, text: "ten" },
  ]);
  expect(rows.at(-2)).toEqual({ kind: "same", before: 13, after: 13, text: "line 13" });
  expect(rows.at(-1)).toEqual({ kind: "gap", count: 7 });
});

test("lines that come and go keep the numbers of both sides right", () => {
  const rows = diffRows("a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n", "new\na\nb\nc\nd\ne\nf\ng\nh\ni\nj\n");
  expect(rows[0]).toEqual({ kind: "added", after: 1, text: "new" });
  expect(rows).toContainEqual({ kind: "same", before: 3, after: 4, text: "c" });
  expect(rows.at(-1)).toEqual({ kind: "removed", before: 11, text: "k" });
});

test("the first source of all is all new", () => {
  expect(diffRows("", "a\nb\n")).toEqual([
    { kind: "added", after: 1, text: "a" },
    { kind: "added", after: 2, text: "b" },
  ]);
});

test("a missing line break at the end is no line of its own", () => {
  expect(diffRows("a\nb", "a\nc")).toEqual([
    { kind: "same", before: 1, after: 1, text: "a" },
    { kind: "removed", before: 2, text: "b" },
    { kind: "added", after: 2, text: "c" },
  ]);
});

test("an emptied source is all gone, and what comes after equal lines keeps its numbers", () => {
  expect(diffRows("a\n", "")).toEqual([{ kind: "removed", before: 1, text: "a" }]);
  const rows = diffRows(numbered(12), `${numbered(12)}more\n`);
  expect(rows[0]).toEqual({ kind: "gap", count: 9 });
  expect(rows.at(-1)).toEqual({ kind: "added", after: 13, text: "more" });
});
