import { graphlib, layout } from "@dagrejs/dagre";
import {
  BODY_START,
  CARD_HEIGHT,
  GRID,
  LOOP_MARGIN,
  LOOP_MIN,
  type Size,
  snap,
  stepSize,
} from "@/components/editor/canvas/card-size";
import type { AutomationDocument, GraphNode, Layout } from "@/core/graph/document";
import { ERROR } from "@/core/graph/document";
import { isLoop, loopIndex } from "@/core/graph/loops";
import type { Handle } from "@/core/nodes/node-type";

type HandlesOf = (node: GraphNode) => readonly Handle[];

/**
 * Where each step would stand if the automation were drawn anew, from left to right, *if it fails* lines below. Bodies of
 * loops are drawn first; their loops are as big as they need.
 *
 * @param handlesOf the ordinary ways out of a step, which decide its height
 */
export const tidyLayout = (document: AutomationDocument, handlesOf: HandlesOf): Layout =>
  tidyRegion(document, undefined, handlesOf).layout;

/** Draws what stands in a loop, or outside of all. @returns places, and how far right and down they reach */
function tidyRegion(document: AutomationDocument, region: string | undefined, handlesOf: HandlesOf) {
  const nodes = loopIndex(document.nodes).childrenOf(region);
  const inner: Layout = {};
  const sizes = new Map<string, Size>();
  for (const node of nodes) {
    if (!isLoop(node)) {
      sizes.set(node.id, stepSize(node, handlesOf(node)));
      continue;
    }
    const body = tidyRegion(document, node.id, handlesOf);
    Object.assign(inner, body.layout);
    sizes.set(node.id, body.size);
  }
  const outer = tidyNodes(document, nodes, sizes, handlesOf);
  const corners = Object.values(outer);
  const shift =
    region === undefined || corners.length === 0
      ? { x: 0, y: 0 }
      : {
          x: BODY_START.x - Math.min(...corners.map(({ x }) => x)),
          y: BODY_START.y - Math.min(...corners.map(({ y }) => y)),
        };
  const size = { ...LOOP_MIN };
  for (const [id, at] of Object.entries(outer)) {
    outer[id] = { ...at, x: at.x + shift.x, y: at.y + shift.y };
    size.width = Math.max(size.width, outer[id].x + sizes.get(id)!.width + LOOP_MARGIN);
    size.height = Math.max(size.height, outer[id].y + sizes.get(id)!.height + LOOP_MARGIN + GRID);
  }
  return { layout: { ...inner, ...outer }, size };
}

function tidyNodes(
  document: AutomationDocument,
  nodes: readonly GraphNode[],
  sizes: ReadonlyMap<string, Size>,
  handlesOf: HandlesOf,
): Layout {
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: 48, ranksep: 112, edgesep: 24 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const node of nodes) graph.setNode(node.id, drawnSize(node, sizes.get(node.id)!));
  const edges = document.edges.filter(({ from, to }) => sizes.has(from) && sizes.has(to));
  const ordered = [...edges].sort((a, b) => Number(a.handle === ERROR) - Number(b.handle === ERROR));
  for (const edge of ordered) graph.setEdge(edge.from, edge.to, { weight: edge.handle === ERROR ? 1 : 4 });
  layout(graph);
  const middle = (id: string) => graph.node(id)?.y ?? 0;
  // dagre knows no ways out: upside down is as good to it, and may be what keeps lines of one step from crossing.
  const lines = { ...document, nodes: [...nodes], edges };
  const isReversed = crossings(lines, handlesOf, (id) => -middle(id)) < crossings(lines, handlesOf, middle);
  const height = graph.graph().height ?? 0;
  return Object.fromEntries(
    nodes.map((node): [string, Layout[string]] => {
      const placed = graph.node(node.id);
      const size = sizes.get(node.id)!;
      const y = isReversed ? height - middle(node.id) : middle(node.id);
      const top = isLoop(node) ? y - CARD_HEIGHT / 2 : y - size.height / 2;
      return [node.id, { ...snap({ x: (placed.x ?? 0) - size.width / 2, y: top }), ...(isLoop(node) && size) }];
    }),
  );
}

/** Lines meet a loop near its top, as if it hung from its middle: what it takes below, it is given above as well. */
const drawnSize = (node: GraphNode, { width, height }: Size): Size =>
  isLoop(node) ? { width, height: (height - CARD_HEIGHT / 2) * 2 } : { width, height };

/** How many pairs of lines out of one step end in another order than they begin. */
function crossings(document: AutomationDocument, handlesOf: HandlesOf, height: (id: string) => number): number {
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
