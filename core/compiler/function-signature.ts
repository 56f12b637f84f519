import { scanCode } from "@/core/compiler/code-scanner";
import type { FunctionSignature } from "@/core/compiler/program";
import { resultType } from "@/core/compiler/result-type";

/** The head of a function's source. */
export interface FunctionHead {
  name: string;
  signature: FunctionSignature;
  /** Each parameter as it is written, with its default. */
  written: string[];
  /** Where the parameters stand, between the parentheses. */
  span: { from: number; to: number };
  /** The line of `function`, from 1. */
  line: number;
}

/** Why a source has no head: the message `errors.FUNCTION_INVALID`. */
export interface HeadProblem {
  reason: "noFunction" | "manyFunctions" | "unclosed" | "destructured" | "rest" | "noName";
  /** From 1. */
  line: number;
}

/**
 * Reads name, parameters and return type of the one function a source exports. Works on code that is being typed: only the
 * head must be complete.
 */
export function functionSignature(source: string): { head: FunctionHead } | { problem: HeadProblem } {
  const exported = exportedFunctions(source);
  const [first, second] = exported;
  if (!first) return { problem: { reason: "noFunction", line: 1 } };
  if (second) return { problem: { reason: "manyFunctions", line: lineAt(source, second.index) } };
  const line = lineAt(source, first.index);
  const open = source.indexOf("(", first.index + first[0].length - 1);
  const close = closingParenthesis(source, open);
  if (close === null) return { problem: { reason: "unclosed", line } };

  const parts = splitList(source.slice(open + 1, close));
  for (const part of parts) {
    if (/^[{[]/.test(part)) return { problem: { reason: "destructured", line } };
    if (part.startsWith("...")) return { problem: { reason: "rest", line } };
    if (!PARAMETER.test(part)) return { problem: { reason: "noName", line } };
  }
  const parameters = parts.map(readParameter);
  const returnType = resultType(source, readReturnType(source, close + 1), parameters);
  const signature = { parameters, returnType };
  return { head: { name: first[1]!, signature, written: parts, span: { from: open + 1, to: close }, line } };
}

const EXPORTED = /export\s+(?:async\s+)?function\s+([A-Za-z_$][\w$]*)\s*(?:<[^(]{0,500}>)?\s*\(/y;

function exportedFunctions(source: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  for (const { char, index, depth } of scanCode(source)) {
    if (char !== "e" || depth !== 0 || /[\w$.]/.test(source[index - 1] ?? "")) continue;
    EXPORTED.lastIndex = index;
    const match = EXPORTED.exec(source);
    if (match) found.push(match);
  }
  return found;
}

function closingParenthesis(source: string, open: number): number | null {
  for (const { char, index, depth } of scanCode(source, open)) if (char === ")" && depth === 0) return index;
  return null;
}

/** Splits at commas that stand in no brackets, `<>` included. */
function splitList(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let angles = 0;
  for (const { char, index, depth } of scanCode(text)) {
    if (char === "<") angles++;
    else if (char === ">" && text[index - 1] !== "=") angles--;
    else if (char === "," && depth === 0 && angles <= 0) {
      parts.push(text.slice(start, index));
      start = index + 1;
    }
  }
  parts.push(text.slice(start));
  return parts.map(withoutComments).filter((part) => part !== "");
}

/** Name, `?`, type, default. */
const PARAMETER = /^([A-Za-z_$][\w$]*)\s*(\?)?\s*(?::([\s\S]*))?$|^([A-Za-z_$][\w$]*)\s*(?==)/;

function readParameter(text: string): FunctionSignature["parameters"][number] {
  const at = defaultAt(text);
  const declared = at === null ? text : text.slice(0, at);
  const [, name = "", question, type] = /^([A-Za-z_$][\w$]*)\s*(\?)?\s*(?::([\s\S]*))?$/.exec(declared.trim()) ?? [];
  return {
    name,
    type: type?.trim() || (at === null ? "any" : typeOfDefault(text.slice(at + 1).trim())),
    optional: question !== undefined || at !== null,
  };
}

/** Where the `=` of a default stands; `=>` in a type is none. */
function defaultAt(text: string): number | null {
  for (const { char, index, depth } of scanCode(text)) {
    if (char === "=" && depth === 0 && text[index + 1] !== ">") return index;
  }
  return null;
}

function typeOfDefault(code: string): string {
  if (/^["'`]/.test(code)) return "string";
  if (/^-?[\d.]/.test(code)) return "number";
  return /^(true|false)$/.test(code) ? "boolean" : "any";
}

/** A longer type is shown to nobody, and looking for its end must not take long. */
const LONGEST_TYPE = 2_000;

/** What stands between `)` and the body; a `{` belongs to the type where a type must still come. */
function readReturnType(source: string, from: number): string {
  const colon = /^\s*:/.exec(source.slice(from));
  if (!colon) return "unknown";
  const start = from + colon[0].length;
  let end = source.length;
  for (const { char, index, depth } of scanCode(source, start)) {
    if (index - start > LONGEST_TYPE) return "unknown";
    if (char !== "{" || depth !== 0 || expectsType(source.slice(start, index))) continue;
    end = index;
    break;
  }
  const written = withoutComments(source.slice(start, end));
  return /^Promise\s*<([\s\S]*)>$/.exec(written)?.[1]?.trim() || written || "unknown";
}

function expectsType(before: string): boolean {
  const text = withoutComments(before);
  const angles = text.replace(/=>/g, "").split("<").length - text.replace(/=>/g, "").split(">").length;
  return angles > 0 || text === "" || /([|&:]|=>|\bkeyof|\breadonly|\bextends)$/.test(text);
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

const lineAt = (source: string, index: number) => source.slice(0, index).split("\n").length;
