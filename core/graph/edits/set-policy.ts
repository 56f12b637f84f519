import type { AutomationDocument, GraphNode, NodePolicy } from "@/core/graph/document";

/** Changes a node's policy; a setting that is undefined is taken away, and so is an empty policy. */
export const setPolicy = (
  document: AutomationDocument,
  id: string,
  change: Partial<NodePolicy>,
): AutomationDocument => ({
  ...document,
  nodes: document.nodes.map((node) => (node.id === id ? withPolicy(node, change) : node)),
});

function withPolicy({ policy: before, ...node }: GraphNode, change: Partial<NodePolicy>): GraphNode {
  const entries = Object.entries({ ...before, ...change }).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? { ...node, policy: Object.fromEntries(entries) } : node;
}
