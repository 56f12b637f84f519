import type { Json } from "@/core/values/json";
import type { Value } from "@/core/values/value";

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** Formulas that need no parentheses before `??`: names, members, calls without arguments, numbers, plain strings. */
const PLAIN = /^[A-Za-z_][\w]*(?:(?:\??\.[A-Za-z_]\w*)|\[(?:\d+|"[^"\\]*")\]|\(\))*$/;

/**
 * Writes a value as a TypeScript expression that can stand as an object's property or an argument. Formulas stay as
 * written; one with several lines or a comment stands between parentheses on lines of its own.
 */
export function valueCode(value: Value): string {
  switch (value.kind) {
    case "literal":
      return jsonCode(value.value as Json);
    case "expression":
      return formulaCode(value.code);
    case "template":
      return templateCode(value.parts);
  }
}

/** Writes JSON as a JavaScript expression with the same value. */
export function jsonCode(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(jsonCode).join(", ")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).map(([key, held]) => `${keyCode(key)}: ${jsonCode(held)}`);
    return entries.length > 0 ? `{ ${entries.join(", ")} }` : "{}";
  }
  return JSON.stringify(value)
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

/** Writes a property's key; `__proto__` would set the prototype and is computed. */
export function keyCode(key: string): string {
  if (key === "__proto__") return '["__proto__"]';
  return IDENTIFIER.test(key) ? key : jsonCode(key);
}

/** What is a value without being a name. */
const NO_NAMES = new Set(["this", "null", "true", "false"]);

/** @returns whether a property can be written as its key alone: its value is the variable of that name */
export const isShorthand = (key: string, code: string): boolean =>
  code === key && IDENTIFIER.test(key) && !NO_NAMES.has(key);

/** @returns whether the formula needs no parentheses beside an operator */
export const isPlainCode = (code: string): boolean => PLAIN.test(code);

/** @returns the code as it can stand first, after `=>` or in a line: there an object needs parentheses */
export const startingCode = (code: string): string => (code.startsWith("{") ? `(${code})` : code);

/** @returns the text with `\n` as its only line end, so that every engine counts the same lines. */
export const normalizeLines = (source: string): string => source.replace(/\r\n?|\u2028|\u2029/g, "\n");

function formulaCode(written: string): string {
  const code = normalizeLines(written).trim();
  return needsOwnLines(code) ? `(\n${code}\n)` : code;
}

/** A line comment would swallow what follows the formula; a plain text such as "https://…" would not. */
const needsOwnLines = (code: string): boolean =>
  code.includes("\n") || (code.includes("//") && !/^(?:"[^"\\]*"|'[^'\\]*')$/.test(code));

function templateCode(parts: (string | { code: string })[]): string {
  const body = parts.map((part) => (typeof part === "string" ? templateText(part) : `\${${orEmpty(part.code)}}`));
  return `\`${body.join("")}\``;
}

function orEmpty(written: string): string {
  const code = normalizeLines(written).trim();
  if (isPlainCode(code)) return `${code} ?? ""`;
  return needsOwnLines(code) ? `(\n${code}\n) ?? ""` : `(${code}) ?? ""`;
}

const templateText = (part: string): string =>
  part
    .replace(/[\\`]|\$(?=\{)/g, "\\$&")
    .replace(/\$$/, "\\$")
    .replace(/\r/g, "\\r")
    .replace(/\n/g, "\\n")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
