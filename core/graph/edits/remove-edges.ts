import type { AutomationDocument, GraphEdge } from "@/core/graph/document";
import { isSameEdge } from "@/core/graph/edits/connect-nodes";

/** Takes lines away. */
export const removeEdges = (document: AutomationDocument, edges: readonly GraphEdge[]): AutomationDocument => ({
  ...document,
  edges: document.edges.filter((edge) => !edges.some((gone) => isSameEdge(gone, edge))),
});
