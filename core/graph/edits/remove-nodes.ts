import { type AutomationDocument, EACH, ERROR, type GraphEdge } from "@/core/graph/document";
import { isSameEdge } from "@/core/graph/edits/connect-nodes";
import { unwrapLoop } from "@/core/graph/edits/unwrap-loop";
import { outermost, withBodies } from "@/core/graph/loops";

/**
 * Takes nodes away with their lines. A loop goes with its body.
 *
 * @param options.rejoin draw each line that led into a removed node on to what followed it; the body of a loop then stays
 *   in the loop's place
 */
export function removeNodes(
  document: AutomationDocument,
  ids: readonly string[],
  options: { rejoin?: boolean } = {},
): AutomationDocument {
  const opened = options.rejoin ? outermost(document.nodes, ids).reduce(unwrapLoop, document) : document;
  const gone = withBodies(opened.nodes, ids);
  const layout = Object.fromEntries(Object.entries(opened.layout).filter(([id]) => !gone.has(id)));
  const edges = options.rejoin ? ids.reduce(bypass, opened.edges) : opened.edges;
  return {
    ...opened,
    nodes: opened.nodes.filter((node) => !gone.has(node.id)),
    edges: edges.filter((edge) => !gone.has(edge.from) && !gone.has(edge.to)),
    layout,
  };
}

/** Joins what leads into a node with what follows it; what follows its failure, or stood in it, is left out. */
function bypass(edges: GraphEdge[], id: string): GraphEdge[] {
  const into = edges.filter((edge) => edge.to === id);
  const out = edges.filter((edge) => edge.from === id && edge.handle !== ERROR && edge.handle !== EACH);
  const joined = into.flatMap(({ from, handle }) => out.map(({ to }) => ({ from, handle, to })));
  const rest = edges.filter((edge) => edge.from !== id && edge.to !== id);
  return [
    ...rest,
    ...joined.filter(
      (edge, index) =>
        !rest.some((other) => isSameEdge(other, edge)) &&
        joined.findIndex((other) => isSameEdge(other, edge)) === index,
    ),
  ];
}
