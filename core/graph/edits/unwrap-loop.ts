import { type AutomationDocument, EACH, ERROR, type GraphEdge, type GraphNode } from "@/core/graph/document";
import { connectNodes } from "@/core/graph/edits/connect-nodes";
import { isLoop, loopIndex } from "@/core/graph/loops";
import { handlesOf } from "@/core/nodes/handles-of";

/**
 * Takes a loop away and leaves its body in its place: what led to the loop leads to the body's first steps, and its last
 * steps to what followed the loop. A loop without a body, or another node, stays.
 */
export function unwrapLoop(document: AutomationDocument, id: string): AutomationDocument {
  const loop = document.nodes.find((node) => node.id === id);
  const body = loop && isLoop(loop) ? loopIndex(document.nodes).childrenOf(id) : [];
  if (!loop || body.length === 0) return document;

  const inside = new Set(body.map((node) => node.id));
  const goesOn = new Set(document.edges.filter((edge) => edge.handle !== ERROR).map((edge) => edge.from));
  const first = document.edges.filter((edge) => edge.from === id && edge.handle === EACH).map((edge) => edge.to);
  const after = document.edges.filter((edge) => edge.from === id && edge.handle !== EACH && edge.handle !== ERROR);
  const into = document.edges.filter((edge) => edge.to === id);
  const drawn: GraphEdge[] = [
    ...into.flatMap(({ from, handle }) => first.map((to) => ({ from, handle, to }))),
    ...body
      .filter((last) => !goesOn.has(last.id))
      .flatMap((last) => waysOn(last).flatMap((handle) => after.map(({ to }) => ({ from: last.id, handle, to })))),
  ];
  const { [id]: corner = { x: 0, y: 0 }, ...layout } = document.layout;
  for (const each of inside) {
    const at = layout[each] ?? { x: 0, y: 0 };
    layout[each] = { ...at, x: at.x + corner.x, y: at.y + corner.y };
  }
  const nodes = document.nodes
    .filter((node) => node.id !== id)
    .map((node) => {
      if (!inside.has(node.id)) return node;
      const { parent: _left, ...rest } = node;
      return loop.parent === undefined ? rest : { ...rest, parent: loop.parent };
    });
  const edges = document.edges.filter((edge) => edge.from !== id && edge.to !== id);
  return drawn.reduce(connectNodes, { ...document, nodes, edges, layout });
}

/** The ways out of a step by which a chain goes on: all of a decision, none of an end. */
const waysOn = (node: GraphNode): string[] =>
  handlesOf(node).flatMap(({ id }) => (id === ERROR || (id === EACH && isLoop(node)) ? [] : [id]));
