import { ERROR, type GraphNode, THEN } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import type { Handle } from "@/core/nodes/node-type";
import { partialConfig } from "@/core/nodes/partial-config";

/** @returns the ways out of a node, the *if it fails* line last */
export function handlesOf(node: GraphNode): Handle[] {
  const type = findNodeType(node.type);
  if (!type) return [{ id: THEN }];
  const handles = type.handles(partialConfig(type, node.config));
  return type.canFail ? [...handles, { id: ERROR }] : handles;
}
