import type { CompileContext } from "@/core/compiler/program";
import { EACH, ERROR, type Graph, type GraphEdge, type GraphNode } from "@/core/graph/document";
import { indexGraph, reachableFrom, topologicalOrder } from "@/core/graph/walk";
import { findNodeType } from "@/core/nodes/catalogue";
import type { NodeContext, NodeType } from "@/core/nodes/node-type";
import { partialConfig } from "@/core/nodes/partial-config";

/** A node that can run. */
export interface LiveNode {
  id: string;
  name: string;
  label: string;
  type: NodeType;
  /** As far as it is well-formed. */
  config: Record<string, unknown>;
  context: NodeContext;
  /** The ways it can go on, in order; a failure is one of them where its *if it fails* line is connected. */
  ways: string[];
  /** Whether its *if it fails* line is connected. */
  catches: boolean;
}

/** What of a region can run: everything reachable from its entry, with disabled nodes taken out and their ends joined. */
export interface LiveGraph {
  /** The trigger, or for a loop's body the loop, whose one way is into it. */
  entry: LiveNode;
  /** In topological order; the entry first. */
  nodes: ReadonlyMap<string, LiveNode>;
  outgoing(id: string): readonly GraphEdge[];
  incoming(id: string): readonly GraphEdge[];
}

/**
 * @param whole a graph without structural errors
 * @param loop the loop whose body is wanted; null for the automation itself
 */
export function liveGraph(whole: Graph, context: CompileContext, loop: LiveNode | null): LiveGraph {
  const graph = partOf(whole, loop?.id);
  const enabled = withoutDisabled(graph);
  const index = indexGraph(enabled);
  const start = loop?.id ?? enabled.nodes.find((node) => findNodeType(node.type)?.isTrigger)!.id;
  const reachable = reachableFrom(index, [start]);
  const live = indexGraph({
    nodes: enabled.nodes.filter((node) => reachable.has(node.id)),
    edges: enabled.edges.filter((edge) => reachable.has(edge.from)),
  });
  // A failure is caught by a line that is drawn, also when it leads only to disabled nodes.
  const catching = new Set(graph.edges.filter((edge) => edge.handle === ERROR).map((edge) => edge.from));
  const nodes = new Map<string, LiveNode>();
  for (const id of topologicalOrder(live).order) {
    const node = live.nodes.get(id)!;
    const isEntry = loop?.id === id;
    nodes.set(id, isEntry ? entryOf(loop!) : liveNode(node, catching.has(id), { ...context, node }));
  }
  return { entry: nodes.get(start)!, nodes, outgoing: live.outgoing, incoming: live.incoming };
}

const entryOf = (loop: LiveNode): LiveNode => ({ ...loop, ways: [EACH], catches: false });

/** The nodes of one region, with the lines between them. A loop's body begins at the loop itself. */
function partOf({ nodes, edges }: Graph, loop: string | undefined): Graph {
  const part = nodes.filter((node) => node.parent === loop || node.id === loop);
  const ids = new Set(part.map(({ id }) => id));
  const isInside = ({ from, to }: GraphEdge) => ids.has(from) && ids.has(to);
  return { nodes: part, edges: edges.filter((edge) => isInside(edge) && (edge.from !== loop || edge.handle === EACH)) };
}

function liveNode(node: GraphNode, isCatching: boolean, context: NodeContext): LiveNode {
  const type = findNodeType(node.type)!;
  const config = partialConfig(type, node.config);
  const catches = type.canFail && isCatching;
  const handles = ordinaryWays(type, config);
  const { id, name, label } = node;
  return { id, name, label, type, config, context, ways: catches ? [ERROR, ...handles] : handles, catches };
}

/** The ways on in the node's own region: not the one into a loop's body. */
const ordinaryWays = (type: NodeType, config: Record<string, unknown>): string[] =>
  type.handles(config).flatMap(({ id }) => (type.body && id === EACH ? [] : [id]));

/** A disabled node lets through what comes in, along its last ordinary way out. */
function withoutDisabled(graph: Graph): Graph {
  const nodes = graph.nodes.filter((node) => !node.policy?.disabled);
  if (nodes.length === graph.nodes.length) return graph;
  const disabled = new Map(
    graph.nodes.filter((node) => node.policy?.disabled).map((node) => [node.id, passingWay(node)]),
  );
  const index = indexGraph(graph);
  const seen = new Set<string>();
  const edges: GraphEdge[] = [];
  for (const edge of graph.edges) {
    if (disabled.has(edge.from)) continue;
    for (const to of landings(edge.to)) {
      const key = `${edge.from} ${edge.handle} ${to}`;
      if (!seen.has(key)) edges.push({ ...edge, to });
      seen.add(key);
    }
  }
  return { nodes, edges };

  function landings(start: string): string[] {
    const found = new Set([start]);
    for (const id of found) {
      const way = disabled.get(id);
      if (way === undefined) continue;
      for (const edge of index.outgoing(id)) if (edge.handle === way) found.add(edge.to);
    }
    return [...found].filter((id) => !disabled.has(id));
  }
}

function passingWay(node: GraphNode): string | null {
  const type = findNodeType(node.type)!;
  return ordinaryWays(type, partialConfig(type, node.config)).at(-1) ?? null;
}
