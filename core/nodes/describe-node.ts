import type { CompileContext } from "@/core/compiler/program";
import type { GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import type { Sentence } from "@/core/nodes/node-type";
import { partialConfig } from "@/core/nodes/partial-config";
import { sentence } from "@/core/nodes/sentence";

/** @returns the one sentence that says what a node does; also for unfinished nodes and unknown types */
export function describeNode(node: GraphNode, context: CompileContext): Sentence {
  const type = findNodeType(node.type);
  if (!type) return sentence("describe.unknown", { type: node.type });
  return type.describe(partialConfig(type, node.config), { ...context, node });
}
