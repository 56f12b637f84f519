import type { Flow } from "@/core/compiler/analyse/flow";
import type { LiveGraph, LiveNode } from "@/core/compiler/analyse/live-graph";
import { ERROR } from "@/core/graph/document";

/** A name that formulas of a node can use. */
export interface VisibleName {
  id: string;
  name: string;
  node: LiveNode;
  /** Whether the step may have been skipped when this is read. */
  mayBeMissing(): boolean;
  /** What the name stands for here: the step's output, its `error`, or either. */
  stands(): "output" | "error" | "either";
}

/** @returns the names of all steps before a node, by name, in the order they run */
export function namesVisibleAt(graph: LiveGraph, flow: Flow, id: string): ReadonlyMap<string, VisibleName> {
  const before = ancestorsOf(graph, id);
  const visible = new Map<string, VisibleName>();
  for (const node of graph.nodes.values()) {
    if (!before.has(node.id)) continue;
    visible.set(node.name, {
      id: node.id,
      name: node.name,
      node,
      mayBeMissing: () => !flow.hasRunBefore(node.id, id),
      stands: () => standsFor(flow, node, id),
    });
  }
  return visible;
}

function standsFor(flow: Flow, node: LiveNode, id: string): "output" | "error" | "either" {
  if (!node.catches || !flow.mayReach(node.id, ERROR, id)) return "output";
  const afterSuccess = node.ways.some((way) => way !== ERROR && flow.mayReach(node.id, way, id));
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
