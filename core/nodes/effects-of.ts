import type { CompileContext } from "@/core/compiler/program";
import type { GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import type { PlannedEffect } from "@/core/nodes/node-type";
import { partialConfig } from "@/core/nodes/partial-config";

/** @returns what a node would do outside the automation; nothing for a disabled one */
export function effectsOf(node: GraphNode, context: CompileContext): PlannedEffect[] {
  const type = findNodeType(node.type);
  if (!type || node.policy?.disabled) return [];
  return type.effects(partialConfig(type, node.config), { ...context, node });
}
