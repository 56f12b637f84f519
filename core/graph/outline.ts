import type { CompileContext } from "@/core/compiler/program";
import { type AutomationDocument, EACH, ERROR, type GraphNode } from "@/core/graph/document";
import { loopIndex } from "@/core/graph/loops";
import { indexGraph, reachableFrom, topologicalOrder } from "@/core/graph/walk";
import { findNodeType } from "@/core/nodes/catalogue";
import { describeNode } from "@/core/nodes/describe-node";
import { handlesOf } from "@/core/nodes/handles-of";
import type { Handle, Sentence } from "@/core/nodes/node-type";

/** One row of an automation told as a list. Steps are numbered from 1 in the list's order. */
export type OutlineRow =
  | { kind: "step"; depth: number; number: number; node: GraphNode; sentence: Sentence }
  /** The words before the steps below it: a way out of the step above, or several at once (`together`). */
  | { kind: "branch"; depth: number; from: string; handle: Handle; together: boolean }
  /** Where a way does not end in what stands below it: it goes on with another step of the list. */
  | { kind: "continue"; depth: number; number: number; to: string }
  /** A way that ends here although steps stand below it. */
  | { kind: "end"; depth: number }
  /** Before the steps that nothing leads to. */
  | { kind: "loose"; depth: number };

/** A row before its steps have their numbers. */
type Draft = OutlineRow extends infer Row ? (Row extends { number: number } ? Omit<Row, "number"> : Row) : never;

/** Where a way leads that belongs to what is written later. */
interface Ways {
  /** The step that follows all ways of the branching one is in; null without any. */
  join: string | null;
  /** Steps that will be written further down. */
  later: ReadonlySet<string>;
}

const ALONE: Ways = { join: null, later: new Set() };

/**
 * Tells an automation as an indented, numbered list: each step in a sentence, the ways out of a step and the bodies of loops
 * indented below it, and below them the step where its ways meet again. A way that goes on elsewhere says with which step.
 *
 * @param context what the sentences of steps are made with
 */
export function outlineOf(document: AutomationDocument, context: CompileContext): OutlineRow[] {
  const index = indexGraph(document);
  const { childrenOf } = loopIndex(document.nodes);
  const { order, circular } = topologicalOrder(index);
  const rank = new Map([...order, ...circular].map((id, place) => [id, place]));
  const rows: Draft[] = [];
  const written = new Set<string>();

  region(undefined, 0);
  return numbered(rows);

  /** What stands in a loop, or outside of all: its starts first, then what nothing leads to. */
  function region(loop: string | undefined, depth: number): void {
    const inside = childrenOf(loop).map((node) => node.id);
    const hasWayIn = new Set(inside.flatMap((id) => index.outgoing(id).map((edge) => edge.to)));
    const entries = loop === undefined ? inside.filter(isStart) : targets(loop, EACH);
    const titled = loop !== undefined && entries.length > 1;
    const ways = entries.map((to) => ({ handle: { id: EACH }, to }));
    const join = branches(ways, { depth, from: loop ?? "", titled, outer: ALONE });
    if (join !== null) walk(join, depth, ALONE);
    const lost = inside.filter((id) => !written.has(id));
    if (lost.length === 0) return;
    rows.push({ kind: "loose", depth });
    const first = lost.filter((id) => !hasWayIn.has(id));
    for (const id of [...first, ...lost]) {
      if (!written.has(id)) walk(id, depth, ALONE);
    }
  }

  /** Writes one way until it ends, meets its join, or goes on elsewhere. @returns whether it met its join */
  function walk(start: string, depth: number, ways: Ways): boolean {
    for (let id: string | null = start; id !== null; ) {
      if (id === ways.join) return true;
      if (written.has(id) || ways.later.has(id)) {
        rows.push({ kind: "continue", depth, to: id });
        return false;
      }
      id = step(id, depth, ways);
    }
    return false;
  }

  /** Writes one step with everything indented below it. @returns the step to go on with at the same depth */
  function step(id: string, depth: number, ways: Ways): string | null {
    const node = index.nodes.get(id)!;
    written.add(id);
    rows.push({ kind: "step", depth, node, sentence: describeNode(node, context) });
    if (findNodeType(node.type)?.body) region(id, depth + 1);
    const outs = handlesOf(node)
      .filter((handle) => handle.id !== EACH)
      .flatMap((handle) => targets(id, handle.id).map((to) => ({ handle, to })));
    const failing = outs.filter(({ handle }) => handle.id === ERROR);
    const ordinary = outs.filter(({ handle }) => handle.id !== ERROR);
    const ahead = reachableFrom(
      index,
      ordinary.map(({ to }) => to),
    );
    for (const { handle, to } of failing) {
      rows.push({ kind: "branch", depth: depth + 1, from: id, handle, together: false });
      const later = new Set([...ways.later, ...ahead, ...following(ways.join)]);
      walk(to, depth + 2, { join: null, later });
      if (ordinary.length > 0) end(depth + 2);
    }
    const isOnlyWay = ordinary.length === 1 && handlesOf(node).filter(isOrdinary).length === 1;
    if (isOnlyWay || ordinary.length === 0) return ordinary[0]?.to ?? null;
    return branches(ordinary, { depth: depth + 1, from: id, titled: true, outer: ways });
  }

  /** Writes several ways side by side. @returns the step where they meet */
  function branches(
    outs: readonly { handle: Handle; to: string }[],
    { depth, from, titled, outer }: { depth: number; from: string; titled: boolean; outer: Ways },
  ): string | null {
    const below = new Set([...outer.later, ...following(outer.join)]);
    const join = meeting(
      outs.map(({ to }) => to),
      (id) => id === outer.join || !below.has(id),
    );
    const later = new Set([...below, ...following(join)]);
    for (const { handle, to } of outs) {
      const together = outs.some((other) => other.handle.id === handle.id && other.to !== to);
      if (titled) rows.push({ kind: "branch", depth, from, handle, together });
      const inner = titled ? depth + 1 : depth;
      if (to === join) rows.push({ kind: "continue", depth: inner, to });
      else if (!walk(to, inner, { join, later }) && (join !== null || outer.join !== null)) end(inner);
    }
    return join;
  }

  /** Says that a way ends, unless its last row says so or says where it goes on. */
  function end(depth: number): void {
    const last = rows.at(-1);
    const isOver = last?.kind === "step" && handlesOf(last.node).every((handle) => !isOrdinary(handle));
    if (last?.kind !== "continue" && last?.kind !== "end" && !isOver) rows.push({ kind: "end", depth });
  }

  /** The first step that at least two of these ways lead to. */
  function meeting(starts: readonly string[], mayBe: (id: string) => boolean): string | null {
    const met = new Map<string, number>();
    for (const start of starts) {
      for (const id of reachableFrom(index, [start])) met.set(id, (met.get(id) ?? 0) + 1);
    }
    const shared = [...met].filter(([id, count]) => count > 1 && !written.has(id) && mayBe(id)).map(([id]) => id);
    return shared.sort((a, b) => rank.get(a)! - rank.get(b)!)[0] ?? null;
  }

  /** What is written at and below a join. */
  function following(join: string | null): Set<string> {
    return join === null ? new Set() : reachableFrom(index, [join]);
  }

  function targets(id: string, handle: string): string[] {
    return index
      .outgoing(id)
      .filter((edge) => edge.handle === handle)
      .map((edge) => edge.to);
  }

  function isStart(id: string): boolean {
    return findNodeType(index.nodes.get(id)!.type)?.isTrigger ?? false;
  }
}

const isOrdinary = (handle: Handle): boolean => handle.id !== ERROR && handle.id !== EACH;

function numbered(drafts: readonly Draft[]): OutlineRow[] {
  const numbers = new Map<string, number>();
  for (const row of drafts) if (row.kind === "step") numbers.set(row.node.id, numbers.size + 1);
  return drafts.map((row): OutlineRow => {
    if (row.kind === "step") return { ...row, number: numbers.get(row.node.id)! };
    if (row.kind === "continue") return { ...row, number: numbers.get(row.to)! };
    return row;
  });
}
