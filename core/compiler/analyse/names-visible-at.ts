import type { LiveNode } from "@/core/compiler/analyse/live-graph";
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

/** Names by what they are called. What is known of each is worked out when it is asked for. */
export interface VisibleNames {
  get(name: string): VisibleName | undefined;
  /** Outer regions' first, each in the order they run. */
  all(): VisibleName[];
}

/** @returns the names of all steps before a node */
export function namesVisibleAt(region: Region, id: string): VisibleNames {
  const { graph, flow } = region;
  const before = ancestryOf(region);
  const own = (node: LiveNode): VisibleName => ({
    id: node.id,
    name: node.name,
    node,
    mayBeMissing: () => !flow.hasRunBefore(node.id, id),
    stands: () => standsFor(node, (way) => flow.mayReach(node.id, way, id)),
  });
  const isBefore = (node: LiveNode) => before.isBefore(node.id, id) && !isEntryOf(region, node);
  return namesIn(region, isBefore, own, () => [...graph.nodes.values()]);
}

/** @returns the names that can be used where a round of a loop ends by itself */
export function namesAtEndOf(body: Region): VisibleNames {
  const { flow } = body;
  const own = (node: LiveNode): VisibleName => ({
    id: node.id,
    name: node.name,
    node,
    mayBeMissing: () => !surelyRunsInRound(body, node.id),
    stands: () => standsFor(node, (way) => !flow.surelyEnds(node.id, way)),
  });
  const goesOn = (node: LiveNode) => !isEntryOf(body, node) && node.ways.length > 0;
  return namesIn(body, goesOn, own, () => nodesIn(body));
}

/** What is seen of a region's own nodes, before what is seen of outside. */
function namesIn(
  region: Region,
  isSeen: (node: LiveNode) => boolean,
  own: (node: LiveNode) => VisibleName,
  nodes: () => LiveNode[],
): VisibleNames {
  const outside = namesAround(region);
  const { byName } = ancestryOf(region);
  return {
    get: (name) => {
      const node = byName.get(name);
      return node && isSeen(node) ? own(node) : outside?.get(name);
    },
    all: () => [...(outside?.all() ?? []), ...nodes().filter(isSeen).map(own)],
  };
}

/** What a region's nodes see of outside: the names at its loop, and the round. */
function namesAround({ loop, parent }: Region): VisibleNames | null {
  if (!loop || !parent) return null;
  const visible = namesVisibleAt(parent, loop.id);
  const round: VisibleName = {
    id: loop.id,
    name: loop.name,
    node: loop,
    mayBeMissing: () => false,
    stands: () => "round",
  };
  return {
    get: (name) => (name === loop.name ? round : visible.get(name)),
    all: () => [...visible.all(), round],
  };
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

interface Ancestry {
  byName: ReadonlyMap<string, LiveNode>;
  /** Whether a way leads from one node to the other. */
  isBefore(other: string, id: string): boolean;
}

const ancestries = new WeakMap<Region, Ancestry>();

/** Who comes before whom, for all nodes of a region at once: a row of bits for each, made from those before it. */
function ancestryOf(region: Region): Ancestry {
  const known = ancestries.get(region);
  if (known) return known;
  const { graph } = region;
  const position = new Map([...graph.nodes.keys()].map((id, index) => [id, index]));
  const words = Math.ceil(position.size / 32);
  const rows = new Uint32Array(words * position.size);
  for (const [id, at] of position) {
    for (const { from } of graph.incoming(id)) {
      const other = position.get(from)!;
      for (let word = 0; word < words; word += 1) rows[at * words + word]! |= rows[other * words + word]!;
      rows[at * words + (other >> 5)]! |= 1 << (other & 31);
    }
  }
  const isBefore = (from: string, to: string): boolean => {
    const other = position.get(from)!;
    return ((rows[position.get(to)! * words + (other >> 5)]! >>> (other & 31)) & 1) === 1;
  };
  const ancestry = { byName: new Map([...graph.nodes.values()].map((node) => [node.name, node])), isBefore };
  ancestries.set(region, ancestry);
  return ancestry;
}
