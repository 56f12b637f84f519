import { type Flow, flowOf } from "@/core/compiler/analyse/flow";
import { type LiveGraph, type LiveNode, liveGraph } from "@/core/compiler/analyse/live-graph";
import type { CompileContext } from "@/core/compiler/program";
import type { Graph } from "@/core/graph/document";

/** The automation itself or the body of a loop: what runs as one, with bodies of its own inside. */
export interface Region {
  /** The loop whose body it is; null for the automation itself. */
  loop: LiveNode | null;
  parent: Region | null;
  graph: LiveGraph;
  flow: Flow;
  /** The bodies inside, by their loop's id. */
  bodies: ReadonlyMap<string, Region>;
}

/**
 * Divides a graph into regions.
 * @param graph one without structural errors: one trigger, no circle, known types, no line across a body's border
 */
export const regionsOf = (graph: Graph, context: CompileContext): Region => regionOf(graph, context, null, null);

function regionOf(graph: Graph, context: CompileContext, loop: LiveNode | null, parent: Region | null): Region {
  const live = liveGraph(graph, context, loop);
  const bodies = new Map<string, Region>();
  const region: Region = { loop, parent, graph: live, flow: flowOf(live), bodies };
  for (const node of live.nodes.values()) {
    if (node.type.body && node !== live.entry) bodies.set(node.id, regionOf(graph, context, node, region));
  }
  return region;
}

/** @returns the region and all inside it, outer ones first */
export const allRegions = (region: Region): Region[] => [region, ...[...region.bodies.values()].flatMap(allRegions)];

/** @returns the nodes that run in a region itself; a loop belongs to the region around its body */
export const nodesIn = ({ graph, loop }: Region): LiveNode[] =>
  [...graph.nodes.values()].filter((node) => loop === null || node !== graph.entry);
