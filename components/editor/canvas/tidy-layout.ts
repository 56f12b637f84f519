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
  return Object.fromEntries(
    document.nodes.map((node) => {
      const placed = graph.node(node.id);
      const corner = { x: (placed.x ?? 0) - CARD_WIDTH / 2, y: (placed.y ?? 0) - (placed.height ?? 0) / 2 };
      return [node.id, snap(corner)];
    }),
  );
}
