import { type AutomationDocument, type GraphEdge, THEN } from "@/core/graph/document";
import { connectNodes } from "@/core/graph/edits/connect-nodes";
import { removeEdges } from "@/core/graph/edits/remove-edges";

/**
 * Puts a node that is in the graph already into a line.
 *
 * @param handle the way out of the node that goes on; null when it has none, so the line ends at it
 */
export function insertOnEdge(
  document: AutomationDocument,
  edge: GraphEdge,
  node: string,
  handle: string | null = THEN,
): AutomationDocument {
  const opened = removeEdges(document, [edge]);
  const into = connectNodes(opened, { from: edge.from, handle: edge.handle, to: node });
  return handle === null ? into : connectNodes(into, { from: node, handle, to: edge.to });
}
