import { graphlib, layout } from "@dagrejs/dagre";
import { CARD_WIDTH, cardHeight, snap } from "@/components/editor/canvas/card-size";
import type { AutomationDocument, GraphNode, Layout } from "@/core/graph/document";
import { ERROR } from "@/core/graph/document";
import type { Handle } from "@/core/nodes/node-type";

/**
 * Where each step would stand if the automation were drawn anew, from left to right, *if it fails* lines below.
 *
 * @param handlesOf the ordinary ways out of a step, which decide its height
 */
export function tidyLayout(document: AutomationDocument, handlesOf: (node: GraphNode) => readonly Handle[]): Layout {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 48, ranksep: 112, edgesep: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of document.nodes) graph.setNode(node.id, { width: CARD_WIDTH, height: cardHeight(handlesOf(node)) });
  const known = new Set(document.nodes.map((node) => node.id));
  const ordered = [...document.edges].sort((a, b) => Number(a.handle === ERROR) - Number(b.handle === ERROR));
  for (const edge of ordered) {
    if (known.has(edge.from) && known.has(edge.to)) {
      graph.setEdge(edge.from, edge.to, { weight: edge.handle === ERROR ? 1 : 4 });
    }
  }
  layout(graph);
  const middle = (id: string) => graph.node(id)?.y ?? 0;
  // dagre knows no ways out: upside down is as good to it, and may be what keeps lines of one step from crossing.
  const isReversed = crossings(document, handlesOf, (id) => -middle(id)) < crossings(document, handlesOf, middle);
  const height = graph.graph().height ?? 0;
  return Object.fromEntries(
    document.nodes.map((node) => {
      const placed = graph.node(node.id);
      const y = isReversed ? height - middle(node.id) : middle(node.id);
      return [node.id, snap({ x: (placed.x ?? 0) - CARD_WIDTH / 2, y: y - (placed.height ?? 0) / 2 })];
    }),
  );
}

/** How many pairs of lines out of one step end in another order than they begin. */
function crossings(
  document: AutomationDocument,
  handlesOf: (node: GraphNode) => readonly Handle[],
  height: (id: string) => number,
): number {
  let count = 0;
  for (const node of document.nodes) {
    const order = [...handlesOf(node).map((handle) => handle.id), ERROR];
    const lines = document.edges
      .filter((edge) => edge.from === node.id)
      .map((edge) => ({ place: order.indexOf(edge.handle), end: height(edge.to) }));
    for (const a of lines) for (const b of lines) if (a.place < b.place && a.end > b.end) count++;
  }
  return count;
}
