import type { Graph, GraphEdge, GraphNode } from "@/core/graph/document";

/** A graph indexed once, so that every question about it costs what its answer is long. */
export interface GraphIndex {
  nodes: ReadonlyMap<string, GraphNode>;
  /** Edges out of a node, in the document's order. */
  outgoing(id: string): readonly GraphEdge[];
  /** Edges into a node, in the document's order. */
  incoming(id: string): readonly GraphEdge[];
}

/** Indexes a graph; edges whose ends do not exist are left out. */
export function indexGraph(graph: Graph): GraphIndex {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const out = new Map<string, GraphEdge[]>();
  const into = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges) {
    if (!nodes.has(edge.from) || !nodes.has(edge.to)) continue;
    append(out, edge.from, edge);
    append(into, edge.to, edge);
  }
  return { nodes, outgoing: (id) => out.get(id) ?? [], incoming: (id) => into.get(id) ?? [] };
}

/** @returns the ids of all nodes that can be reached from these along the edges, these included. */
export const reachableFrom = (index: GraphIndex, starts: Iterable<string>): Set<string> =>
  closure(starts, (id) => index.outgoing(id).map((edge) => edge.to));

/**
 * Sorts nodes so that every edge goes forward; nodes that could stand in any order keep the document's.
 * @returns the order, and the ids that stand on a circle or behind one
 */
export function topologicalOrder(index: GraphIndex): { order: string[]; circular: string[] } {
  const waiting = new Map([...index.nodes.keys()].map((id) => [id, index.incoming(id).length]));
  const order = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  for (let position = 0; position < order.length; position += 1) {
    for (const edge of index.outgoing(order[position]!)) {
      const left = waiting.get(edge.to)! - 1;
      waiting.set(edge.to, left);
      if (left === 0) order.push(edge.to);
    }
  }
  return { order, circular: [...waiting].filter(([, count]) => count > 0).map(([id]) => id) };
}

function closure(starts: Iterable<string>, next: (id: string) => string[]): Set<string> {
  const seen = new Set(starts);
  const stack = [...seen];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    for (const neighbour of next(id)) {
      if (seen.has(neighbour)) continue;
      seen.add(neighbour);
      stack.push(neighbour);
    }
  }
  return seen;
}

function append<K, V>(lists: Map<K, V[]>, key: K, item: V): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
