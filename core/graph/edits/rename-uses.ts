import type { GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import { controlOf } from "@/core/nodes/config-fields";
import type { Json } from "@/core/values/json";
import { renameInCode } from "@/core/values/rename-in-code";
import { Value } from "@/core/values/value";

/** Renames what a node's formulas and code read from another node. */
export function renameUses(node: GraphNode, from: string, to: string): GraphNode {
  const shape = findNodeType(node.type)?.config.shape ?? {};
  const config = Object.fromEntries(
    Object.entries(node.config).map(([key, held]) => {
      const schema = shape[key];
      const isCode = schema !== undefined && controlOf(schema)?.control === "code" && typeof held === "string";
      return [key, isCode ? renameInCode("body", held, from, to) : renamedIn(held, from, to)];
    }),
  );
  return { ...node, config };
}

function renamedIn(held: Json, from: string, to: string): Json {
  if (typeof held !== "object" || held === null) return held;
  const value = Value.safeParse(held);
  if (value.success) return renamedValue(value.data, from, to) as Json;
  if (Array.isArray(held)) return held.map((item) => renamedIn(item, from, to));
  return Object.fromEntries(Object.entries(held).map(([key, item]) => [key, renamedIn(item, from, to)]));
}

function renamedValue(value: Value, from: string, to: string): Value {
  const inFormula = (code: string) => renameInCode("formula", code, from, to);
  if (value.kind === "expression") return { ...value, code: inFormula(value.code) };
  if (value.kind === "literal") return value;
  const parts = value.parts.map((part) => (typeof part === "string" ? part : { code: inFormula(part.code) }));
  return { ...value, parts };
}
