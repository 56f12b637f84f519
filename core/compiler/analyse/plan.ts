import { arrange } from "@/core/compiler/analyse/arrange";
import { decides } from "@/core/compiler/analyse/flow";
import type { Region } from "@/core/compiler/analyse/region";

/** Deeper nesting is refused: nobody could read it, and what reads the code recurses. */
const MAX_NESTING = 60;

/** The shape of the code: what stands in which block. */
export interface Block {
  items: Item[];
}

export type Item =
  /** `body`: what runs in each round of a loop. */
  | { kind: "step"; id: string; body?: Block }
  | { kind: "if"; branches: { test: Taken[]; block: Block }[]; otherwise?: Block }
  | { kind: "parallel"; blocks: Block[] }
  | { kind: "lines"; lines: { id: string; after: string[]; block: Block }[] };

/** That a line was taken; a test holds when any of its lines was. */
export interface Taken {
  from: string;
  way: string;
  /** Whether the node surely ran where this is asked. */
  ran: boolean;
}

/**
 * Lays a region out as nested blocks, in which every node stands once.
 * @param nesting how deep the region itself stands
 * @returns the outermost block, and the node at which nesting became too deep, if it did
 */
export function planOf(region: Region, nesting = 0): { main: Block; tooDeepAt: string | null } {
  const { graph, flow } = region;
  const main: Block = { items: [] };
  let depth = nesting;
  let tooDeepAt: string | null = null;
  appendFrom(graph.entry.id, main);
  // A loop stands in the code around its body.
  if (region.loop) main.items.shift();
  return { main, tooDeepAt };

  /** Writes a node and all it dominates. A straight chain is a loop here, not a recursion. */
  function appendFrom(start: string, block: Block): void {
    depth += 1;
    if (depth > MAX_NESTING) tooDeepAt ??= start;
    for (let id: string | null = start; id !== null && tooDeepAt === null; ) {
      block.items.push({ kind: "step", id, body: bodyOf(id) });
      id = appendDominated(id, block);
    }
    depth -= 1;
  }

  function bodyOf(id: string): Block | undefined {
    const body = region.bodies.get(id);
    if (!body) return undefined;
    const plan = planOf(body, depth);
    tooDeepAt ??= plan.tooDeepAt;
    return plan.main;
  }

  /** @returns the node to go on with in the same block, if there is one */
  function appendDominated(id: string, block: Block): string | null {
    const node = graph.nodes.get(id)!;
    const children = flow.dominated(id);
    if (!decides(node)) return appendGroup(children, id, null, block);

    const cases = new Map<string, string[]>(node.ways.map((way) => [way, []]));
    const joined: string[] = [];
    for (const child of children) {
      const ways = node.ways.filter((way) => flow.mayReach(id, way, child));
      if (ways.length === 1) cases.get(ways[0]!)!.push(child);
      else joined.push(child);
    }
    const goingOn = node.ways.filter((way) => !flow.surelyEnds(id, way));
    const straight = goingOn.length > 1 ? null : (goingOn[0] ?? node.ways.at(-1)!);
    appendCases(id, straight, cases, block);
    const rest = straight === null ? joined : [...cases.get(straight)!, ...joined];
    return appendGroup(inOrder(rest), id, null, block);
  }

  /** Writes `if … else if … else`, leaving out empty cases and the one that goes straight on below. */
  function appendCases(id: string, straight: string | null, cases: Map<string, string[]>, block: Block): void {
    const branches: { test: Taken[]; block: Block }[] = [];
    for (const [way, children] of cases) {
      if (children.length === 0 || way === straight) continue;
      const own: Block = { items: [] };
      appendWhole(children, id, way, own);
      branches.push({ test: [{ from: id, way, ran: true }], block: own });
    }
    if (branches.length === 0) return;
    const complete = branches.length > 1 && branches.length === cases.size;
    const otherwise = complete ? branches.pop()!.block : undefined;
    block.items.push({ kind: "if", branches, otherwise });
  }

  function appendWhole(children: readonly string[], parent: string, way: string | null, block: Block): void {
    const next = appendGroup(children, parent, way, block);
    if (next !== null) appendFrom(next, block);
  }

  /** Writes nodes that have the same dominator: one after the other where they depend on each other, else together. */
  function appendGroup(children: readonly string[], parent: string, way: string | null, block: Block): string | null {
    if (children.length === 0) return null;
    const arrangement = arrange(children, (id) => waitsFor(id, parent));
    if (arrangement.kind === "single") return appendGuarded(arrangement.id, way, block);
    if (arrangement.kind === "series") {
      const last = arrangement.parts.at(-1)!;
      for (const part of arrangement.parts.slice(0, -1)) appendWhole(part, parent, way, block);
      return appendGroup(last, parent, way, block);
    }
    if (arrangement.kind === "parallel") {
      const blocks = arrangement.parts.map((part) => {
        const own: Block = { items: [] };
        appendWhole(part, parent, way, own);
        return own;
      });
      block.items.push({ kind: "parallel", blocks });
      return null;
    }
    const lines = arrangement.ids.map((id) => {
      const own: Block = { items: [] };
      appendWhole([id], parent, way, own);
      return { id, after: arrangement.after(id), block: own };
    });
    block.items.push({ kind: "lines", lines });
    return null;
  }

  function appendGuarded(id: string, way: string | null, block: Block): string | null {
    if (way === null ? flow.surelyRuns(id) : flow.surelyRunsAfter(id, way)) return id;
    const own: Block = { items: [] };
    const test = graph
      .incoming(id)
      .map(({ from, handle }) => ({ from, way: handle, ran: flow.dominator(id) === from }));
    appendFrom(id, own);
    block.items.push({ kind: "if", branches: [{ test, block: own }] });
    return null;
  }

  /** The nodes beside this one, below the same parent, that something leads from to it. */
  function waitsFor(id: string, parent: string): string[] {
    return graph.incoming(id).flatMap(({ from }) => (from === parent ? [] : [besides(from, parent)]));
  }

  function besides(id: string, parent: string): string {
    let at = id;
    for (let above = flow.dominator(at)!; above !== parent; above = flow.dominator(at)!) at = above;
    return at;
  }

  function inOrder(ids: readonly string[]): string[] {
    const wanted = new Set(ids);
    return wanted.size === 0 ? [] : flow.dominated(flow.dominator(ids[0]!)!).filter((id) => wanted.has(id));
  }
}
