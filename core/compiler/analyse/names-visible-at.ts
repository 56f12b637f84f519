import type { LiveGraph, LiveNode } from "@/core/compiler/analyse/live-graph";
import { nodesIn, type Region } from "@/core/compiler/analyse/region";
import { ERROR } from "@/core/graph/document";

/** A name that formulas of a node can use. */
export interface VisibleName {
  id: string;
  name: string;
  node: LiveNode;
  /** Whether the step may have been skipped when this is read. */
  mayBeMissing(): boolean;
  /** What the name stands for here: the step's output, its `error`, or either; inside a loop's body, its round. */
  stands(): "output" | "error" | "either" | "round";
}

export type VisibleNames = ReadonlyMap<string, VisibleName>;

/** @returns the names of all steps before a node, by name, outer regions first, each in the order they run */
export function namesVisibleAt(region: Region, id: string): VisibleNames {
  const { graph, flow } = region;
  const before = ancestorsOf(graph, id);
  const visible = new Map(namesAround(region));
  for (const node of graph.nodes.values()) {
    if (!before.has(node.id) || isEntryOf(region, node)) continue;
    visible.set(node.name, {
      id: node.id,
      name: node.name,
      node,
      mayBeMissing: () => !flow.hasRunBefore(node.id, id),
      stands: () => standsFor(node, (way) => flow.mayReach(node.id, way, id)),
    });
  }
  return visible;
}

/** @returns the names that can be used where a round of a loop ends by itself */
export function namesAtEndOf(body: Region): VisibleNames {
  const { flow } = body;
  const visible = new Map(namesAround(body));
  for (const node of nodesIn(body)) {
    if (node.ways.length === 0) continue;
    visible.set(node.name, {
      id: node.id,
      name: node.name,
      node,
      mayBeMissing: () => !surelyRunsInRound(body, node.id),
      stands: () => standsFor(node, (way) => !flow.surelyEnds(node.id, way)),
    });
  }
  return visible;
}

const around = new WeakMap<Region, VisibleNames>();

/** What a region's nodes see of outside: the names at its loop, and the round. Made once a region. */
function namesAround(region: Region): VisibleNames {
  const { loop, parent } = region;
  if (!loop || !parent) return new Map();
  const known = around.get(region);
  if (known) return known;
  const visible = new Map(namesVisibleAt(parent, loop.id));
  const round: VisibleName = {
    id: loop.id,
    name: loop.name,
    node: loop,
    mayBeMissing: () => false,
    stands: () => "round",
  };
  visible.set(loop.name, round);
  around.set(region, visible);
  return visible;
}

const isEntryOf = ({ loop, graph }: Region, node: LiveNode): boolean => loop !== null && node === graph.entry;

function surelyRunsInRound({ flow, graph }: Region, id: string): boolean {
  for (let at: string | undefined = id; at !== undefined && at !== graph.entry.id; at = flow.dominator(at)) {
    if (!flow.surelyRuns(at)) return false;
  }
  return true;
}

/** @param leadsHere whether what runs after this way may come here */
function standsFor(node: LiveNode, leadsHere: (way: string) => boolean): "output" | "error" | "either" {
  if (!node.catches || !leadsHere(ERROR)) return "output";
  const afterSuccess = node.ways.some((way) => way !== ERROR && leadsHere(way));
  return afterSuccess ? "either" : "error";
}

function ancestorsOf(graph: LiveGraph, id: string): Set<string> {
  const found = new Set<string>();
  const stack = [id];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    for (const { from } of graph.incoming(at)) {
      if (found.has(from)) continue;
      found.add(from);
      stack.push(from);
    }
  }
  return found;
}
