import type { AutomationDocument } from "@/core/graph/document";

/**
 * The steps in the order they run, first the start; steps nothing leads to come last, in the order they were added. This
 * is the order of the keyboard's focus and of the spoken step numbers.
 */
export function executionOrder(document: Pick<AutomationDocument, "nodes" | "edges">): string[] {
  const waiting = new Map(document.nodes.map((node) => [node.id, 0]));
  const following = new Map<string, string[]>();
  for (const edge of document.edges) {
    if (!waiting.has(edge.to) || !waiting.has(edge.from)) continue;
    waiting.set(edge.to, (waiting.get(edge.to) ?? 0) + 1);
    following.set(edge.from, [...(following.get(edge.from) ?? []), edge.to]);
  }
  const isStart = new Set(
    document.nodes.filter((node) => following.has(node.id) && waiting.get(node.id) === 0).map((n) => n.id),
  );
  const lone = document.nodes
    .filter((node) => waiting.get(node.id) === 0 && !isStart.has(node.id))
    .map((node) => node.id);
  const ready = document.nodes.filter((node) => isStart.has(node.id)).map((node) => node.id);
  const order: string[] = [];
  for (let next = ready.shift(); next !== undefined; next = ready.shift()) {
    order.push(next);
    for (const to of following.get(next) ?? []) {
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  const placed = new Set([...order, ...lone]);
  const circular = document.nodes.filter((node) => !placed.has(node.id)).map((node) => node.id);
  return [...order, ...lone, ...circular];
}
