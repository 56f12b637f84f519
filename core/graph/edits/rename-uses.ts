import type { GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import { controlOf } from "@/core/nodes/config-fields";
import type { Json } from "@/core/values/json";
import { isTakenInCode, renameInCode } from "@/core/values/rename-in-code";
import { Value } from "@/core/values/value";

type CodeKind = "formula" | "body";

/** What becomes of a piece of code; `local` are the names it has without reading a step. */
type Change = (kind: CodeKind, code: string, local: readonly string[]) => string;

/** Renames what a node's formulas and code read from another node. */
export const renameUses = (node: GraphNode, from: string, to: string): GraphNode =>
  withCode(node, (kind, code, local) => (local.includes(from) ? code : renameInCode(kind, code, from, to)));

/** @returns whether a node's own names would take the new name where it reads the old one, and so change what it reads */
export function wouldTake(node: GraphNode, from: string, to: string): boolean {
  let isTaken = false;
  withCode(node, (kind, code, local) => {
    if (!local.includes(from)) isTaken ||= isTakenInCode(kind, code, from, to, local);
    return code;
  });
  return isTaken;
}

function withCode(node: GraphNode, change: Change): GraphNode {
  const type = findNodeType(node.type);
  const shape = type?.config.shape ?? {};
  const inFormula = (path: string) => (code: string) => change("formula", code, type?.localNames?.(path, node) ?? []);
  const config = Object.fromEntries(
    Object.entries(node.config).map(([key, held]) => {
      const schema = shape[key];
      const isCode = schema !== undefined && controlOf(schema)?.control === "code" && typeof held === "string";
      return [key, isCode ? change("body", held, []) : changedIn(held, key, inFormula)];
    }),
  );
  return { ...node, config };
}

function changedIn(held: Json, path: string, inFormula: (path: string) => (code: string) => string): Json {
  if (typeof held !== "object" || held === null) return held;
  const value = Value.safeParse(held);
  if (value.success) return changedValue(value.data, inFormula(path)) as Json;
  const inside = (item: Json, key: string | number) => changedIn(item, `${path}.${key}`, inFormula);
  if (Array.isArray(held)) return held.map(inside);
  return Object.fromEntries(Object.entries(held).map(([key, item]) => [key, inside(item, key)]));
}

function changedValue(value: Value, change: (code: string) => string): Value {
  if (value.kind === "expression") return { ...value, code: change(value.code) };
  if (value.kind === "literal") return value;
  const parts = value.parts.map((part) => (typeof part === "string" ? part : { code: change(part.code) }));
  return { ...value, parts };
}
