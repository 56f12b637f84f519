import { type AutomationDocument, EACH } from "@/core/graph/document";
import { loopIndex } from "@/core/graph/loops";

type Drawn = Pick<AutomationDocument, "nodes" | "edges">;

/**
 * The steps in the order they run, first the start; a loop's body follows the loop; steps nothing leads to come last, in
 * the order they were added. This is the order of the keyboard's focus and of the spoken step numbers.
 */
export const executionOrder = (document: Drawn): string[] => orderOf(document, undefined);

function orderOf(document: Drawn, region: string | undefined): string[] {
  const nodes = loopIndex(document.nodes).childrenOf(region);
  const waiting = new Map(nodes.map((node) => [node.id, 0]));
  const following = new Map<string, string[]>();
  const first = new Set<string>();
  for (const edge of document.edges) {
    if (!waiting.has(edge.to)) continue;
    if (edge.from === region && edge.handle === EACH) first.add(edge.to);
    if (!waiting.has(edge.from)) continue;
    waiting.set(edge.to, (waiting.get(edge.to) ?? 0) + 1);
    following.set(edge.from, [...(following.get(edge.from) ?? []), edge.to]);
  }
  const free = nodes.map((node) => node.id).filter((id) => waiting.get(id) === 0);
  const isStart = (id: string) => first.has(id) || (region === undefined && following.has(id));
  const lone = free.filter((id) => !isStart(id));
  const ready = free.filter(isStart);
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
  const rest = nodes.map((node) => node.id).filter((id) => !placed.has(id));
  return [...order, ...lone, ...rest].flatMap((id) => [id, ...orderOf(document, id)]);
}
