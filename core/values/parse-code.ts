import { type AnyNode, type Expression, type Options, type Program, parse, parseExpressionAt, tokenizer } from "acorn";
import { transform } from "sucrase";
import { childNodes } from "@/core/values/syntax-tree";
import { normalizeLines } from "@/core/values/value-code";

/** What the sandbox's engine understands. */
export const ECMA_VERSION = 2024;

/** Deeper code is refused: what reads it later recurses. */
const MAX_DEPTH = 400;

/** What is read here is written into other code, where a first line `#!` means nothing. */
const OPTIONS: Options = { ecmaVersion: ECMA_VERSION, sourceType: "module", locations: true, allowHashBang: false };
const BODY_OPTIONS: Options = { ...OPTIONS, allowReturnOutsideFunction: true, allowAwaitOutsideFunction: true };

/** Why code could not be read. */
export interface SyntaxFault {
  /** `syntax`: the message says; `tooDeep`; `htmlComment`: a comment form that scripts and modules read differently. */
  reason: "syntax" | "tooDeep" | "htmlComment";
  message: string;
  /** Line in the given text, from 1. */
  line: number;
}

export type Parsed<T> = { tree: T; javascript: string } | { fault: SyntaxFault };

/** Reads a formula: one TypeScript expression. The tree's positions are those of the returned JavaScript. */
export const parseFormula = (code: string): Parsed<Expression> =>
  attempt(code, { before: "(\n", after: "\n)" }, (javascript) => {
    const tree = parseExpressionAt(javascript, 0, OPTIONS);
    if (tree.type === "SequenceExpression") throw syntaxError("A formula is one expression", 1);
    const rest = tokenizer(javascript.slice(endOf(tree, javascript)), OPTIONS).getToken();
    if (rest.type.label !== "eof") throw syntaxError(`Unexpected ${rest.type.label}`, 1);
    return tree;
  });

/** The end of a formula, with the brackets around it, which a tree leaves out. */
const endOf = (tree: Expression, javascript: string): number =>
  javascript.slice(0, tree.start).includes("(")
    ? parseExpressionAt(javascript, 0, { ...OPTIONS, preserveParens: true }).end
    : tree.end;

/** Reads the body of an async function: what a code node holds. */
export const parseBody = (code: string): Parsed<Program> =>
  attempt(code, { before: "async function body() {\n", after: "\n}" }, (javascript) => parse(javascript, BODY_OPTIONS));

/** Reads a module: what a function of the workspace is written in. */
export const parseModule = (code: string): Parsed<Program> =>
  attempt(code, { before: "", after: "" }, (javascript) => parse(javascript, OPTIONS));

/**
 * Strips TypeScript's types, keeping every line.
 * @throws SyntaxError where it cannot be read
 */
export const stripTypes = (source: string): string =>
  transform(source, { transforms: ["typescript"], disableESTransforms: true, preserveDynamicImport: true }).code;

function withoutTypes(code: string, before: string, after: string): string {
  const stripped = strippedWithin(before, code, after);
  if (!stripped.startsWith(before) || !stripped.endsWith(after)) throw syntaxError("Unexpected end", 1);
  return stripped.slice(before.length, stripped.length - after.length);
}

function attempt<T extends AnyNode>(
  code: string,
  around: { before: string; after: string },
  read: (javascript: string) => T,
): Parsed<T> {
  try {
    const parsed = readPlain(normalizeLines(code), read) ?? readTyped(normalizeLines(code), around, read);
    const line = htmlCommentLine(parsed.javascript);
    if (line) return { fault: { reason: "htmlComment", message: "", line } };
    if (depthOf(parsed.tree) > MAX_DEPTH) return { fault: { reason: "tooDeep", message: "", line: 1 } };
    return parsed;
  } catch (thrown) {
    if (thrown instanceof RangeError) return { fault: { reason: "tooDeep", message: "", line: 1 } };
    const { message, loc } = thrown as Error & { loc?: { line: number } };
    return { fault: { reason: "syntax", message: message.replace(/\s*\(\d+:\d+\)$/, ""), line: loc?.line ?? 1 } };
  }
}

/** Most code has no types and need not be stripped. `a < b > (c)` means something else in TypeScript. */
function readPlain<T>(javascript: string, read: (javascript: string) => T): { tree: T; javascript: string } | null {
  if (javascript.includes("<") && javascript.includes(">")) return null;
  try {
    return { tree: read(javascript), javascript };
  } catch {
    return null;
  }
}

function readTyped<T>(
  code: string,
  { before, after }: { before: string; after: string },
  read: (javascript: string) => T,
) {
  const javascript = withoutTypes(code, before, after);
  return { tree: read(javascript), javascript };
}

/** `<!--` and a leading `-->` are operators in a module but comments in the script that runs. */
function htmlCommentLine(javascript: string): number | null {
  if (!/<!--|-->/.test(javascript)) return null;
  const lines = javascript.split("\n");
  const index = lines.findIndex((line) => line.includes("<!--") || /^\s*(?:\/\*.*\*\/\s*)*-->/.test(line));
  return index < 0 ? null : index + 1;
}

function depthOf(tree: AnyNode): number {
  let level: AnyNode[] = [tree];
  let depth = 0;
  for (; level.length > 0; depth += 1) level = level.flatMap(childNodes);
  return depth;
}

const syntaxError = (message: string, line: number): SyntaxError =>
  Object.assign(new SyntaxError(message), { loc: { line } });

/** A fault's line is that of the code alone. */
function strippedWithin(before: string, code: string, after: string): string {
  try {
    return stripTypes(before + code + after);
  } catch (thrown) {
    if (thrown instanceof RangeError) throw thrown;
    const { message, loc } = thrown as Error & { loc?: { line: number } };
    const lines = code.split("\n").length;
    const line = Math.min(lines, Math.max(1, (loc?.line ?? 1) - (before === "" ? 0 : 1)));
    throw syntaxError(message, line);
  }
}
