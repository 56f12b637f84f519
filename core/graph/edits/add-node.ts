import type { AutomationDocument, GraphNode, Layout } from "@/core/graph/document";
import { nameFromLabel } from "@/core/graph/names";

/** A node that is about to be added; its name is derived from its label. */
export type NewNode = Omit<GraphNode, "name">;

/** Adds a node, with a name no other node of the graph has. */
export function addNode(document: AutomationDocument, node: NewNode, position: Layout[string]): AutomationDocument {
  const { id, type, label, ...rest } = node;
  const name = nameFromLabel(
    label,
    document.nodes.map((other) => other.name),
  );
  return {
    ...document,
    nodes: [...document.nodes, { id, type, name, label, ...rest }],
    layout: { ...document.layout, [id]: position },
  };
}
