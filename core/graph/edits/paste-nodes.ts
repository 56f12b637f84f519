import type { AutomationDocument, GraphEdge, GraphNode, Layout } from "@/core/graph/document";
import { addNode } from "@/core/graph/edits/add-node";
import { renameUses } from "@/core/graph/edits/rename-uses";

/**
 * Adds copies of nodes with the lines between them. Copies get names of their own and read each other by them; what stood in
 * a copied loop stands in its copy.
 *
 * @param options.ids the new id of each copied node
 * @param options.shift how far from the originals the copies stand
 * @param options.parent the loop that copies without a copied loop around them go into
 */
export function pasteNodes(
  document: AutomationDocument,
  copied: { nodes: readonly GraphNode[]; edges: readonly GraphEdge[]; layout: Layout },
  options: { ids: ReadonlyMap<string, string>; shift: { x: number; y: number }; parent?: string },
): AutomationDocument {
  const idOf = (id: string): string => options.ids.get(id) ?? id;
  const withNodes = copied.nodes.reduce((next, { name: _name, parent: around, ...node }) => {
    const at = copied.layout[node.id] ?? { x: 0, y: 0 };
    const copiedLoop = around === undefined ? undefined : options.ids.get(around);
    const parent = copiedLoop ?? options.parent;
    const place = copiedLoop ? at : { ...at, x: at.x + options.shift.x, y: at.y + options.shift.y };
    return addNode(next, { ...node, id: idOf(node.id), ...(parent !== undefined && { parent }) }, place);
  }, document);
  const edges = copied.edges.map((edge) => ({ ...edge, from: idOf(edge.from), to: idOf(edge.to) }));
  const first = document.nodes.length;
  const copies = withNodes.nodes.slice(first);
  const renames = copied.nodes.map((node, index) => ({ from: node.name, to: copies[index]!.name }));
  const nodes = [...withNodes.nodes.slice(0, first), ...copies.map((copy) => withNewNames(copy, renames))];
  return { ...withNodes, nodes, edges: [...withNodes.edges, ...edges] };
}

/** By way of names nobody has, because one copy's new name may be another one's old name. */
function withNewNames(copy: GraphNode, renames: readonly { from: string; to: string }[]): GraphNode {
  const passing = (index: number) => `pasted${index}Passing`;
  const away = renames.reduce((node, { from }, index) => renameUses(node, from, passing(index)), copy);
  return renames.reduce((node, { to }, index) => renameUses(node, passing(index), to), away);
}
