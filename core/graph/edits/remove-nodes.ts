import { type AutomationDocument, ERROR, type GraphEdge } from "@/core/graph/document";
import { isSameEdge } from "@/core/graph/edits/connect-nodes";

/**
 * Takes nodes away with their lines.
 *
 * @param options.rejoin draw each line that led into a removed node on to what followed it
 */
export function removeNodes(
  document: AutomationDocument,
  ids: readonly string[],
  options: { rejoin?: boolean } = {},
): AutomationDocument {
  const gone = new Set(ids);
  const layout = Object.fromEntries(Object.entries(document.layout).filter(([id]) => !gone.has(id)));
  const edges = options.rejoin ? ids.reduce(bypass, document.edges) : document.edges;
  return {
    ...document,
    nodes: document.nodes.filter((node) => !gone.has(node.id)),
    edges: edges.filter((edge) => !gone.has(edge.from) && !gone.has(edge.to)),
    layout,
  };
}

/** Joins what leads into a node with what follows it; what follows its failure is left out. */
function bypass(edges: GraphEdge[], id: string): GraphEdge[] {
  const into = edges.filter((edge) => edge.to === id);
  const out = edges.filter((edge) => edge.from === id && edge.handle !== ERROR);
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
