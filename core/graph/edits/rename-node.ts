import type { AutomationDocument } from "@/core/graph/document";

/** Gives a node another label. Its name, which formulas use, stays. */
export const renameNode = (document: AutomationDocument, id: string, label: string): AutomationDocument => ({
  ...document,
  nodes: document.nodes.map((node) => (node.id === id ? { ...node, label } : node)),
});
