import type { AutomationDocument, GraphEdge, GraphNode, Layout } from "@/core/graph/document";
import { addNode } from "@/core/graph/edits/add-node";

/**
 * Adds copies of nodes with the lines between them.
 *
 * @param options.ids the new id of each copied node
 * @param options.shift how far from the originals the copies stand
 */
export function pasteNodes(
  document: AutomationDocument,
  copied: { nodes: readonly GraphNode[]; edges: readonly GraphEdge[]; layout: Layout },
  options: { ids: ReadonlyMap<string, string>; shift: { x: number; y: number } },
): AutomationDocument {
  const idOf = (id: string): string => options.ids.get(id) ?? id;
  const withNodes = copied.nodes.reduce((next, { name: _name, ...node }) => {
    const at = copied.layout[node.id] ?? { x: 0, y: 0 };
    return addNode(next, { ...node, id: idOf(node.id) }, { x: at.x + options.shift.x, y: at.y + options.shift.y });
  }, document);
  const edges = copied.edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) }));
  return { ...withNodes, edges: [...withNodes.edges, ...edges] };
}
