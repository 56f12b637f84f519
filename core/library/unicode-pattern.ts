const made = new Map<string, RegExp>();

/**
 * A regular expression over the letters of all scripts, made when it is first asked for: compiled they are large, and a
 * sandbox copies what it keeps before each call.
 */
export function unicodePattern(source: string, flags: "u" | "gu" = "u"): RegExp {
  const known = made.get(flags + source) ?? new RegExp(source, flags);
  made.set(flags + source, known);
  return known;
}

/** A letter with what belongs to it, or a digit; within a class. */
export const WORD_CHARACTER = "\\p{L}\\p{M}\\p{N}";
