import { type AutomationDocument, EACH, ERROR, type GraphEdge, THEN } from "@/core/graph/document";
import { addNode, type NewNode } from "@/core/graph/edits/add-node";
import { isSameEdge } from "@/core/graph/edits/connect-nodes";
import { outermost, placeOf } from "@/core/graph/loops";
import { findNodeType } from "@/core/nodes/catalogue";

/**
 * Makes nodes the body of a new loop. What led to them leads to the loop; what followed them follows it, and what followed
 * their failure follows the loop's. The loop stands where the first of them stood.
 *
 * @param loop the loop to be, without a name and a parent
 * @param inset where the first of them stands inside the loop
 * @returns the same document when they do not stand in one loop together, or a start is among them
 */
export function wrapInLoop(
  document: AutomationDocument,
  ids: readonly string[],
  loop: NewNode,
  inset: { x: number; y: number },
): AutomationDocument {
  const inside = new Set(outermost(document.nodes, ids));
  const wrapped = document.nodes.filter((node) => inside.has(node.id));
  const parent = wrapped[0]?.parent;
  const fits = wrapped.every((node) => node.parent === parent && !findNodeType(node.type)?.isTrigger);
  if (wrapped.length === 0 || !fits) return document;

  const places = wrapped.map((node) => document.layout[node.id] ?? placeOf(document, node.id));
  const corner = { x: Math.min(...places.map(({ x }) => x)), y: Math.min(...places.map(({ y }) => y)) };
  const layout = Object.fromEntries(
    wrapped.map((node, index) => {
      const at = places[index]!;
      return [node.id, { ...at, x: at.x - corner.x + inset.x, y: at.y - corner.y + inset.y }];
    }),
  );
  const { nodes, ...rest } = addNode(document, parent === undefined ? loop : { ...loop, parent }, corner);
  return {
    ...rest,
    nodes: nodes.map((node) => (inside.has(node.id) ? { ...node, parent: loop.id } : node)),
    edges: edgesAround(document.edges, inside, loop.id),
    layout: { ...rest.layout, ...layout },
  };
}

function edgesAround(edges: readonly GraphEdge[], inside: ReadonlySet<string>, loop: string): GraphEdge[] {
  const redrawn = edges.map((edge): GraphEdge => {
    if (inside.has(edge.from) === inside.has(edge.to)) return edge;
    if (inside.has(edge.to)) return { ...edge, to: loop };
    return { from: loop, handle: edge.handle === ERROR ? ERROR : THEN, to: edge.to };
  });
  const fromInside = new Set(edges.filter((edge) => inside.has(edge.from)).map((edge) => edge.to));
  const first = [...inside].filter((id) => !fromInside.has(id)).map((to) => ({ from: loop, handle: EACH, to }));
  return distinct([...redrawn, ...first]);
}

const distinct = (edges: GraphEdge[]): GraphEdge[] =>
  edges.filter((edge, index) => edges.findIndex((other) => isSameEdge(other, edge)) === index);
