import MagicString from "magic-string";
import { type FreeName, namingOf } from "@/core/values/free-names";
import { parseBody, parseFormula } from "@/core/values/parse-code";
import { normalizeLines } from "@/core/values/value-code";

/**
 * Renames a name that code reads from outside; its own variables, members and texts of the same spelling stay.
 * @returns the renamed code; the same code when it cannot be read
 */
export function renameInCode(kind: "formula" | "body", code: string, from: string, to: string): string {
  const parse = kind === "formula" ? parseFormula : parseBody;
  if (!code.includes(from)) return code;
  const written = normalizeLines(code);
  const parsed = parse(written);
  if ("fault" in parsed) return code;
  const uses = namingOf(parsed.tree).free.filter((use) => use.name === from);
  if (uses.length === 0) return code;
  const wanted = renamed(parsed.javascript, uses, to);
  if (parsed.javascript === written) return wanted;
  return (
    candidates(written, parsed.javascript, uses).reduce<string | null>((found, places) => {
      if (found !== null) return found;
      const attempt = renamed(written, places, to);
      const again = parse(attempt);
      return "fault" in again || again.javascript !== wanted ? null : attempt;
    }, null) ?? code
  );
}

/**
 * @param local names that stand for something else here without being declared in the code
 * @returns whether the code has a name of its own spelt like the new one, where it reads the old one
 */
export function isTakenInCode(
  kind: "formula" | "body",
  code: string,
  from: string,
  to: string,
  local: readonly string[] = [],
): boolean {
  const before = freeIn(kind, code);
  const uses = before.filter((name) => name === from).length;
  if (uses === 0) return false;
  const after = freeIn(kind, renameInCode(kind, code, from, to)).filter((name) => name === to).length;
  return local.includes(to) || after < uses + before.filter((name) => name === to).length;
}

function freeIn(kind: "formula" | "body", code: string): string[] {
  const parsed = (kind === "formula" ? parseFormula : parseBody)(code);
  return "fault" in parsed ? [] : namingOf(parsed.tree).free.map(({ name }) => name);
}

function renamed(code: string, uses: readonly Place[], to: string): string {
  const text = new MagicString(code);
  for (const { start, end, shorthand } of uses) {
    text.overwrite(start, end, shorthand ? `${code.slice(start, end)}: ${to}` : to);
  }
  return text.toString();
}

type Place = Pick<FreeName, "start" | "end" | "shorthand">;

/**
 * Where types were written, positions differ. On each line, the uses are looked for from the left and from the right;
 * the caller takes the guess that gives the wanted code.
 */
function candidates(written: string, javascript: string, uses: readonly FreeName[]): Place[][] {
  const left = uses.map((use) => placeOf(written, javascript, use, "left"));
  const right = uses.map((use) => placeOf(written, javascript, use, "right"));
  return [left, right]
    .map((places) => places.filter((place) => place !== null))
    .filter((all) => all.length === uses.length);
}

function placeOf(written: string, javascript: string, use: FreeName, side: "left" | "right"): Place | null {
  const before = javascript.slice(0, use.start).split("\n");
  const line = before.length - 1;
  const pattern = new RegExp(`(?<![\\w$.])${use.name}(?![\\w$])`, "g");
  const inJavascript = [...javascript.split("\n")[line]!.matchAll(pattern)].map((match) => match.index);
  const inWritten = [...(written.split("\n")[line] ?? "").matchAll(pattern)].map((match) => match.index);
  const nth = inJavascript.indexOf(before.at(-1)!.length);
  const column = side === "left" ? inWritten[nth] : inWritten[inWritten.length - inJavascript.length + nth];
  if (nth < 0 || column === undefined) return null;
  const start = written.split("\n").slice(0, line).join("\n").length + (line > 0 ? 1 : 0) + column;
  return { start, end: start + use.name.length, shorthand: use.shorthand };
}
