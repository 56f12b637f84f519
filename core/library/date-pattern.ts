import { refuse } from "@/core/library/arguments";

/** A part of a pattern: text as it stands, or a run of one letter. */
export type PatternPart = { text: string } | { field: string };

/**
 * Reads a date pattern: runs of letters are fields, text between single quotes and everything else stands for itself.
 * @throws Error for a letter that means nothing
 */
export function readPattern(where: string, pattern: unknown): PatternPart[] {
  if (typeof pattern !== "string" || pattern === "" || pattern.length > 200) {
    return refuse(where, "pattern", 'text such as "dd/MM/yyyy HH:mm"', pattern);
  }
  const parts: PatternPart[] = [];
  for (const [whole, quoted, field] of pattern.matchAll(/'((?:[^']|'')*)'|(([A-Za-z])\3*)|[^A-Za-z]/g)) {
    if (field !== undefined) {
      if (!FIELDS.has(field)) {
        throw new Error(
          `${where}: "${field}" means nothing in a pattern. Fields are ${[...FIELDS].join(", ")}; put other text between single quotes.`,
        );
      }
      parts.push({ field });
    } else parts.push({ text: quoted === undefined ? whole : quoted === "" ? "'" : quoted.replaceAll("''", "'") });
  }
  return parts;
}

const FIELDS: ReadonlySet<string> = new Set(
  "yyyy yy Q MMMM LLLL MMM MM M dd d EEEE EEE ww HH H hh h a mm m ss s SSS xxx XXX".split(" "),
);
