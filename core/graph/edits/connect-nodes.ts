import type { AutomationDocument, GraphEdge } from "@/core/graph/document";

/** Draws a line; one that is there already changes nothing. Whether it may be drawn says `canConnect`. */
export function connectNodes(document: AutomationDocument, edge: GraphEdge): AutomationDocument {
  const exists = document.edges.some((other) => isSameEdge(other, edge));
  return exists ? document : { ...document, edges: [...document.edges, edge] };
}

/** @returns whether two lines join the same handle with the same node. */
export const isSameEdge = (a: GraphEdge, b: GraphEdge): boolean =>
  a.from === b.from && a.handle === b.handle && a.to === b.to;
