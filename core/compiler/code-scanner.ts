/** A character of code; what stands in comments, text and regular expressions is none. */
export interface CodeCharacter {
  char: string;
  index: number;
  /** How many `(`, `[` and `{` are open around it. A bracket stands at the depth outside of it. */
  depth: number;
}

/** Code is scanned as it is typed, and by the server: nothing in it may make that take long. */
const LONGEST_REGEX = 1_000;
const DEEPEST_TEMPLATE = 50;
const LONGEST_WORD = 20;

const OPENING = "([{";
const CLOSING = ")]}";

/**
 * Walks over TypeScript without parsing it, for what must be known of code that may not be complete yet. Template text
 * counts as text, with all that is in its `${}`.
 *
 * @returns every character of code from `from` on, in order
 */
export function scanCode(source: string, from = 0): Generator<CodeCharacter, void> {
  return scan(source, from, 0);
}

function* scan(source: string, from: number, nesting: number): Generator<CodeCharacter, void> {
  let depth = 0;
  let before = "";
  for (let index = from; index < source.length; index++) {
    const char = source[index]!;
    const end = endOfText(source, index, before, nesting);
    if (end !== null) {
      if (char !== "/" || !/[/*]/.test(source[index + 1] ?? "")) before = char;
      index = end - 1;
      continue;
    }
    if (CLOSING.includes(char)) depth--;
    yield { char, index, depth };
    if (OPENING.includes(char)) depth++;
    if (!/\s/.test(char))
      before = /\w/.test(char) ? `${/\w/.test(before) ? before : ""}${char}`.slice(-LONGEST_WORD) : char;
    else if (/\w$/.test(before) && !ENDS_BEFORE_REGEX.test(before)) before = ")";
  }
}

const ENDS_BEFORE_REGEX = /^(return|typeof|case|in|of|delete|void|throw|new|else|do|await)$/;

/** @returns where the comment, text or regular expression that begins here ends; null when none begins. */
function endOfText(source: string, index: number, before: string, nesting: number): number | null {
  const char = source[index];
  if (char === "'" || char === '"') return closingQuote(source, index, char);
  if (char === "`") return closingTemplate(source, index, nesting + 1);
  if (char !== "/") return null;
  if (source[index + 1] === "/") return indexOrEnd(source, "\n", index);
  if (source[index + 1] === "*") return Math.min(indexOrEnd(source, "*/", index + 2) + 2, source.length);
  const isDivision = /[\w)\]}"'`]$/.test(before) && !ENDS_BEFORE_REGEX.test(before);
  return isDivision ? null : closingSlash(source, index);
}

function closingQuote(source: string, start: number, quote: string): number {
  for (let index = start + 1; index < source.length; index++) {
    if (source[index] === "\\") index++;
    else if (source[index] === quote) return index + 1;
    else if (source[index] === "\n") return index;
  }
  return source.length;
}

function closingTemplate(source: string, start: number, nesting: number): number {
  if (nesting > DEEPEST_TEMPLATE) return source.length;
  for (let index = start + 1; index < source.length; index++) {
    if (source[index] === "\\") index++;
    else if (source[index] === "`") return index + 1;
    else if (source.startsWith("${", index)) index = closingBrace(source, index + 1, nesting);
  }
  return source.length;
}

function closingBrace(source: string, start: number, nesting: number): number {
  for (const { char, index, depth } of scan(source, start, nesting)) if (char === "}" && depth === 0) return index;
  return source.length;
}

function closingSlash(source: string, start: number): number | null {
  let inClass = false;
  const last = Math.min(source.length, start + LONGEST_REGEX);
  for (let index = start + 1; index < last && source[index] !== "\n"; index++) {
    const char = source[index];
    if (char === "\\") index++;
    else if (char === "[") inClass = true;
    else if (char === "]") inClass = false;
    else if (char === "/" && !inClass) return index + 1;
  }
  return null;
}

function indexOrEnd(source: string, text: string, from: number): number {
  const found = source.indexOf(text, from);
  return found < 0 ? source.length : found;
}
