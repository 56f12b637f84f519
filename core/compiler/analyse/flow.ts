import type { LiveGraph, LiveNode } from "@/core/compiler/analyse/live-graph";

/**
 * What is sure about the ways through a graph, whatever the data. A node's *dominator* is the nearest node that every way
 * to it passes; a node stands in the code where its dominator's children stand.
 */
export interface Flow {
  /** The dominator of a node; undefined for the entry. */
  dominator(id: string): string | undefined;
  /** The nodes a node is the dominator of, in topological order. */
  dominated(id: string): readonly string[];
  /** Whether `id` runs, or the execution ended before, whenever its dominator went this way. */
  surelyRunsAfter(id: string, way: string): boolean;
  /** Whether `id` runs, or the execution ended before, whenever its dominator ran. */
  surelyRuns(id: string): boolean;
  /** Whether the execution surely ends in what runs only when `id` goes this way. */
  surelyEnds(id: string, way: string): boolean;
  /** Whether `target` may run when `id` goes this way. */
  mayReach(id: string, way: string, target: string): boolean;
  /** Whether `other` has run whenever `id` runs. */
  hasRunBefore(other: string, id: string): boolean;
}

/** Analyses a live graph. */
export function flowOf(graph: LiveGraph): Flow {
  const order = [...graph.nodes.keys()];
  const position = new Map(order.map((id, index) => [id, index]));
  const dominators = dominatorsOf(graph, order, position);
  const children = new Map<string, string[]>(order.map((id) => [id, []]));
  for (const [id, dominator] of dominators) children.get(dominator)?.push(id);
  const sure = new Map<string, Set<string>>(order.map((id) => [id, new Set()]));
  const ending = new Set<string>();
  const runningAfter = new Map<string, ReadonlySet<string>>();
  const reach = new Map<string, Set<string>>();
  const ranBy = new Map<string, Set<string>>();

  for (const id of [...order].reverse()) settle(id);

  const flow: Flow = {
    dominator: (id) => dominators.get(id),
    dominated: (id) => children.get(id) ?? [],
    surelyRunsAfter: (id, way) => sure.get(id)!.has(way),
    surelyRuns,
    surelyEnds: (id, way) => ending.has(key(id, way)),
    mayReach,
    hasRunBefore,
  };
  return flow;

  function surelyRuns(id: string): boolean {
    const dominator = dominators.get(id);
    return dominator === undefined || graph.nodes.get(dominator)!.ways.every((way) => sure.get(id)!.has(way));
  }

  /** Decides, for each way out of a node, which of its children run for sure. What it dominates is settled already. */
  function settle(id: string): void {
    const node = graph.nodes.get(id)!;
    const own = children.get(id)!;
    if (own.length === 0) return;
    if (own.length === 1 && node.ways.length === 1) {
      sure.get(own[0]!)!.add(node.ways[0]!);
      return;
    }
    const below = subtree(id);
    for (const way of node.ways) {
      const running = new Set<string>();
      for (const each of below.order) if (surelyIn(each, id, way, running)) running.add(each);
      runningAfter.set(key(id, way), running);
      const isCase = (child: string) => node.ways.every((other) => mayReach(id, other, child) === (other === way));
      const ends = [...running].some((each) => isEnd(each) && isCase(below.child.get(each)!));
      if (ends) ending.add(key(id, way));
      for (const child of own) if (running.has(child) || (ends && !isCase(child))) sure.get(child)!.add(way);
    }
  }

  function isEnd(id: string): boolean {
    return graph.nodes.get(id)!.ways.length === 0;
  }

  function surelyIn(each: string, id: string, way: string, running: ReadonlySet<string>): boolean {
    const dominator = dominators.get(each)!;
    if (dominator !== id && running.has(dominator) && surelyRuns(each)) return true;
    const incoming = graph.incoming(each);
    const isReached = incoming.some((edge) =>
      edge.from === id ? edge.handle === way : running.has(edge.from) && isOnlyWay(edge.from, edge.handle),
    );
    return (
      isReached || (incoming.length > 1 && deciding(each, id, running).some((from) => everyWayReaches(from, each)))
    );
  }

  /** The nodes that ran below `id` and whose branches may lead to `each`. */
  function deciding(each: string, id: string, running: ReadonlySet<string>): string[] {
    const found = new Set<string>();
    for (const edge of graph.incoming(each))
      for (let at: string | undefined = edge.from; at !== undefined && at !== id; at = dominators.get(at))
        if (running.has(at) && decides(graph.nodes.get(at)!)) found.add(at);
    return [...found];
  }

  /** Whether `each` runs whichever way a node went that does not dominate it. */
  function everyWayReaches(from: string, each: string): boolean {
    return graph.nodes.get(from)!.ways.every((way) => {
      const ran = runningAfter.get(key(from, way));
      return (
        ending.has(key(from, way)) ||
        graph
          .incoming(each)
          .some((edge) =>
            edge.from === from ? edge.handle === way : ran?.has(edge.from) && isOnlyWay(edge.from, edge.handle),
          )
      );
    });
  }

  /** Whether a node that ran has gone this way, unless the execution ended. */
  function isOnlyWay(id: string, way: string): boolean {
    return graph.nodes.get(id)!.ways.every((other) => other === way || ending.has(key(id, other)));
  }

  /** Everything below a node in the tree of dominators, in topological order, and below which child of it. */
  function subtree(id: string): { order: string[]; child: Map<string, string> } {
    const child = new Map(children.get(id)!.map((each) => [each, each]));
    for (const [each, top] of child) for (const next of children.get(each)!) child.set(next, top);
    return { order: [...child.keys()].sort((a, b) => position.get(a)! - position.get(b)!), child };
  }

  function mayReach(id: string, way: string, target: string): boolean {
    const at = key(id, way);
    let found = reach.get(at);
    if (!found) {
      found = new Set(graph.outgoing(id).flatMap((edge) => (edge.handle === way ? [edge.to] : [])));
      for (const next of found) for (const edge of graph.outgoing(next)) found.add(edge.to);
      reach.set(at, found);
    }
    return found.has(target);
  }

  function hasRunBefore(other: string, id: string): boolean {
    for (let at: string | undefined = id; at !== undefined; at = dominators.get(at)) if (at === other) return true;
    return allRunBefore(id).has(other);
  }

  /** All that has run whenever a node runs. */
  function allRunBefore(id: string): ReadonlySet<string> {
    const known = ranBy.get(id);
    if (known) return known;
    const passed = new Set<string>();
    for (let at: string | undefined = id; at !== undefined; at = dominators.get(at)) passed.add(at);
    const ran = new Set<string>();
    for (const each of order) if (ranBefore(each, id, passed, ran)) ran.add(each);
    ranBy.set(id, ran);
    return ran;
  }

  function ranBefore(each: string, id: string, passed: ReadonlySet<string>, ran: ReadonlySet<string>): boolean {
    if (passed.has(each)) return true;
    if (ran.has(dominators.get(each)!) && surelyRuns(each)) return true;
    return graph.incoming(each).some((edge) => {
      if (!ran.has(edge.from)) return false;
      if (isOnlyWay(edge.from, edge.handle)) return true;
      const toHere = graph.nodes.get(edge.from)!.ways.filter((way) => mayReach(edge.from, way, id));
      return passed.has(edge.from) && toHere.length === 1 && toHere[0] === edge.handle;
    });
  }
}

const key = (id: string, way: string): string => `${id} ${way}`;

function dominatorsOf(graph: LiveGraph, order: string[], position: ReadonlyMap<string, number>): Map<string, string> {
  const dominators = new Map<string, string>();
  for (const id of order) {
    const [first, ...others] = graph.incoming(id).map((edge) => edge.from);
    if (first !== undefined) dominators.set(id, others.reduce(meet, first));
  }
  return dominators;

  function meet(a: string, b: string): string {
    let [left, right] = [a, b];
    while (left !== right) {
      if (position.get(left)! > position.get(right)!) left = dominators.get(left)!;
      else right = dominators.get(right)!;
    }
    return left;
  }
}

/** @returns whether a node can go on in more than one way */
export const decides = (node: LiveNode): boolean => node.ways.length > 1;
