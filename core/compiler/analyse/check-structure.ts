import { type Diagnostic, error, warning } from "@/core/compiler/diagnostic";
import { EACH, type Graph, type GraphNode } from "@/core/graph/document";
import { indexGraph, topologicalOrder } from "@/core/graph/walk";
import { findNodeType } from "@/core/nodes/catalogue";
import { handlesOf } from "@/core/nodes/handles-of";
import { partialConfig } from "@/core/nodes/partial-config";
import { RESERVED_NAMES } from "@/core/values/reserved-names";

/** Finds what is wrong with the nodes' identities and the lines between them. */
export function checkStructure(graph: Graph): Diagnostic[] {
  return [
    ...checkNodes(graph),
    ...checkTriggers(graph),
    ...checkLoops(graph),
    ...checkEdges(graph),
    ...checkCircles(graph),
  ];
}

function checkNodes({ nodes }: Graph): Diagnostic[] {
  const ids = new Set<string>();
  const names = new Map<string, string>();
  return nodes.flatMap((node) => {
    const at = { nodeId: node.id };
    const found: Diagnostic[] = [];
    if (ids.has(node.id)) found.push(error("DUPLICATE_NODE_ID", at, { id: node.id }));
    if (!findNodeType(node.type)) found.push(error("UNKNOWN_NODE_TYPE", at, { type: node.type }));
    if (RESERVED_NAMES.has(node.name)) found.push(error("RESERVED_NAME", at, { name: node.name }));
    const other = names.get(node.name);
    if (other !== undefined) found.push(error("DUPLICATE_NAME", at, { name: node.name, other }));
    else names.set(node.name, node.label);
    ids.add(node.id);
    return found;
  });
}

function checkTriggers({ nodes }: Graph): Diagnostic[] {
  const [first, ...others] = nodes.filter((node) => isTrigger(node) && !node.policy?.disabled);
  if (!first) return [error("NO_TRIGGER")];
  return others.map((node) => error("MANY_TRIGGERS", { nodeId: node.id }, { first: first.label }));
}

function checkEdges(graph: Graph): Diagnostic[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const handles = new Map<string, Set<string>>();
  const seen = new Set<string>();
  return graph.edges.flatMap((edge) => {
    const from = nodes.get(edge.from);
    const to = nodes.get(edge.to);
    if (!from || !to)
      return [error("EDGE_TO_NOWHERE", from ? { nodeId: from.id } : {}, { from: edge.from, to: edge.to })];
    const at = { nodeId: from.id };
    const known = handles.get(from.id) ?? new Set(handlesOf(from).map((handle) => handle.id));
    handles.set(from.id, known);
    const key = `${edge.from} ${edge.handle} ${edge.to}`;
    if (!known.has(edge.handle)) return [error("EDGE_UNKNOWN_HANDLE", at, { handle: edge.handle, label: from.label })];
    if (isTrigger(to)) return [error("EDGE_INTO_TRIGGER", at, { label: to.label })];
    if (to.parent !== innerParent(from, edge.handle))
      return [error("EDGE_CROSSES_LOOP", at, { from: from.label, to: to.label })];
    if (seen.has(key)) return [warning("DUPLICATE_EDGE", at, { from: from.label, to: to.label })];
    seen.add(key);
    return [];
  });
}

function checkCircles(graph: Graph): Diagnostic[] {
  const { circular } = topologicalOrder(indexGraph(graph));
  const [first] = circular;
  return first === undefined ? [] : [error("CYCLE", { nodeId: first }, { nodes: circular.slice(0, 10) })];
}

/** The parent that what stands behind a line has: a loop's *each* leads into its body, all others stay where they are. */
const innerParent = (from: GraphNode, handle: string): string | undefined =>
  handle === EACH && isLoop(from) ? from.id : from.parent;

function checkLoops({ nodes }: Graph): Diagnostic[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return nodes.flatMap((node) => {
    const at = { nodeId: node.id };
    const loop = node.parent === undefined ? undefined : byId.get(node.parent);
    if (node.parent !== undefined && (!loop || !isLoop(loop) || isTrigger(node) || standsInItself(node, byId))) {
      return [error("UNKNOWN_LOOP", at, { label: node.label, parent: node.parent })];
    }
    const ends = findNodeType(node.type)?.endsRound;
    if (!ends || node.policy?.disabled) return [];
    if (!loop) return [error("OUTSIDE_LOOP", at, { label: node.label })];
    const type = findNodeType(loop.type)!;
    const isParallel = type.body?.runsAtOnce(partialConfig(type, loop.config));
    return ends === "break" && isParallel
      ? [error("BREAK_IN_PARALLEL", at, { label: node.label, loop: loop.label })]
      : [];
  });
}

function standsInItself(node: GraphNode, byId: ReadonlyMap<string, GraphNode>): boolean {
  const passed = new Set<string>();
  for (let at: GraphNode | undefined = node; at; at = at.parent === undefined ? undefined : byId.get(at.parent)) {
    if (passed.has(at.id)) return true;
    passed.add(at.id);
  }
  return false;
}

const isLoop = (node: GraphNode): boolean => findNodeType(node.type)?.body !== undefined;

const isTrigger = (node: GraphNode): boolean => findNodeType(node.type)?.isTrigger ?? false;
