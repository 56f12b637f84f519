import { type AutomationDocument, EACH, type GraphEdge, type GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";

/** Which steps stand in which loop. A parent that is no loop, or a loop that stands in itself, counts as none. */
export interface LoopIndex {
  /** The loop a node stands in; undefined for one of the automation itself. */
  parentOf(id: string): string | undefined;
  /** The nodes directly in a loop's body, in the document's order; of the automation itself without a loop. */
  childrenOf(loop: string | undefined): readonly GraphNode[];
  /** The loops around a node, innermost first. */
  around(id: string): readonly string[];
}

type Point = { x: number; y: number };

/** Nodes are immutable, so their nesting is worked out once. */
const known = new WeakMap<readonly GraphNode[], LoopIndex>();

/** @returns whether the node has a body that other nodes stand in */
export const isLoop = (node: GraphNode): boolean => findNodeType(node.type)?.body !== undefined;

export function loopIndex(nodes: readonly GraphNode[]): LoopIndex {
  const before = known.get(nodes);
  if (before) return before;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.map((node) => [node.id, soundParent(node, byId)]));
  const children = new Map<string | undefined, GraphNode[]>();
  for (const node of nodes) {
    const parent = parents.get(node.id);
    const list = children.get(parent);
    if (list) list.push(node);
    else children.set(parent, [node]);
  }
  const index: LoopIndex = {
    parentOf: (id) => parents.get(id),
    childrenOf: (loop) => children.get(loop) ?? [],
    around: (id) => {
      const loops: string[] = [];
      for (let at = parents.get(id); at !== undefined; at = parents.get(at)) loops.push(at);
      return loops;
    },
  };
  known.set(nodes, index);
  return index;
}

/** The loop that a line out of this handle stays in: *each* leads into the loop's own body. */
export const regionBehind = (from: GraphNode, handle: string): string | undefined =>
  handle === EACH && isLoop(from) ? from.id : from.parent;

/** @returns the lines that lead across the border of a loop */
export function crossingEdges({ nodes, edges }: Pick<AutomationDocument, "nodes" | "edges">): GraphEdge[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return edges.filter(({ from, handle, to }) => {
    const source = byId.get(from);
    const target = byId.get(to);
    return source && target && target.parent !== regionBehind(source, handle);
  });
}

/** @returns these nodes and everything in the bodies of the loops among them */
export function withBodies(nodes: readonly GraphNode[], ids: Iterable<string>): Set<string> {
  const { childrenOf } = loopIndex(nodes);
  const all = new Set<string>();
  const stack = [...ids];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    if (all.has(id)) continue;
    all.add(id);
    stack.push(...childrenOf(id).map((child) => child.id));
  }
  return all;
}

/** @returns those of these nodes that stand in no loop among them */
export function outermost(nodes: readonly GraphNode[], ids: readonly string[]): string[] {
  const { around } = loopIndex(nodes);
  const chosen = new Set(ids);
  return ids.filter((id) => !around(id).some((loop) => chosen.has(loop)));
}

/** @returns where a node stands on the whole canvas; a node without a place stands at its loop's corner */
export function placeOf({ nodes, layout }: Pick<AutomationDocument, "nodes" | "layout">, id: string): Point {
  return [id, ...loopIndex(nodes).around(id)].reduce(
    (sum, each) => ({ x: sum.x + (layout[each]?.x ?? 0), y: sum.y + (layout[each]?.y ?? 0) }),
    { x: 0, y: 0 },
  );
}

function soundParent(node: GraphNode, byId: ReadonlyMap<string, GraphNode>): string | undefined {
  const passed = new Set([node.id]);
  for (let at = node; at.parent !== undefined; ) {
    const parent = byId.get(at.parent);
    if (!parent || !isLoop(parent)) return at === node ? undefined : node.parent;
    if (passed.has(parent.id)) return undefined;
    passed.add(parent.id);
    at = parent;
  }
  return node.parent;
}
