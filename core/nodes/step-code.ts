import type { Run } from "@/core/compiler/abi";
import type { Json } from "@/core/values/json";
import type { Value } from "@/core/values/value";
import { jsonCode, valueCode } from "@/core/values/value-code";

/** A piece of TypeScript with the shape a printer needs to lay it out and to say which setting a line belongs to. */
export type CodeTree =
  /** `lines`: the same laid out over lines, for where it does not fit into one. */
  | { kind: "text"; text: string; field?: string; lines?: readonly string[] }
  | { kind: "object"; entries: CodeEntry[]; field?: string }
  | { kind: "list"; items: CodeTree[]; field?: string }
  | { kind: "cases"; cases: CodeEntry[] };

export interface CodeEntry {
  key: string;
  code: CodeTree;
}

/** The one call of `run` that a node becomes. */
export interface StepCode {
  method: Exclude<keyof Run, "start" | "attempt" | "failed" | "parallel" | "lines">;
  /** The type argument, where the settings do not tell the output's type. */
  typeArgument?: string;
  /** What the settings arrow returns, or the cases of a choice; nothing for a call without settings. */
  settings?: CodeTree;
  /** The type the settings must have, where the call does not tell; checked, and not written. */
  settingsType?: string;
  body?: StepBody;
  /** For a container: what its body gives, computed at its end. */
  result?: CodeTree;
}

/** The user's code that a step runs: a function of the workspace, or the code written in the node. */
export type StepBody = { kind: "function"; name: string } | { kind: "code"; source: string; field: string };

/** TypeScript text as it stands. */
export const text = (code: string, field?: string): CodeTree => ({ kind: "text", text: code, field });

/** Text that can be laid out over lines; what has lines of its own stays as it is. */
export function textInLines(code: string, lines: readonly string[], field?: string): CodeTree {
  const mayBreak = lines.length > 1 && !code.includes("\n");
  return mayBreak ? { kind: "text", text: code, field, lines } : text(code, field);
}

/** A constant. */
export const constant = (value: Json): CodeTree => text(jsonCode(value));

/** What a config field holds. */
export const value = (held: Value, field: string): CodeTree => text(valueCode(held), field);

/** An object; entries that are undefined are left out. */
export const object = (entries: Record<string, CodeTree | undefined>, field?: string): CodeTree => ({
  kind: "object",
  field,
  entries: Object.entries(entries).flatMap(([key, code]) => (code ? [{ key, code }] : [])),
});

/** A list. */
export const list = (items: CodeTree[], field?: string): CodeTree => ({ kind: "list", items, field });

/** An object whose keys each hold a config value, under the field they stand in; undefined without any. */
export const valueObject = (values: Record<string, Value> | undefined, field: string): CodeTree | undefined =>
  values && Object.keys(values).length > 0
    ? {
        kind: "object",
        field,
        entries: Object.entries(values).map(([key, held]) => ({ key, code: value(held, `${field}.${key}`) })),
      }
    : undefined;

/** An object made from an ordered list of names and values; undefined without any. */
export const namedValues = (values: readonly { name: string; value: Value }[], field: string): CodeTree | undefined =>
  values.length > 0
    ? {
        kind: "object",
        field,
        entries: values.map((entry, index) => ({
          key: entry.name,
          code: value(entry.value, `${field}.${index}.value`),
        })),
      }
    : undefined;
