import { attemptsOf, stepOf } from "@/components/editor/store/run-view";
import type { JournalStep } from "@/core/execution/journal";
import type { GraphNode } from "@/core/graph/document";
import { loopIndex } from "@/core/graph/loops";
import { indexGraph, topologicalOrder } from "@/core/graph/walk";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** A line of the list: a step of the automation with what the journal has of it. */
export interface OrderedNode {
  node: GraphNode;
  /** In a loop: of the round that is shown. */
  step: JournalStep | null;
  /** How many loops it stands in. */
  depth: number;
  /** Null for one that was not reached. */
  number: number | null;
}

/**
 * @param round the round of a loop that is shown
 * @returns the steps that ran in the order they started, then those not reached in the order they would have run; what
 *   stands in a loop follows the loop
 */
export function orderedNodes(
  { document, steps }: Pick<ExecutionDetail, "document" | "steps">,
  round: string | null = null,
): OrderedNode[] {
  const { childrenOf } = loopIndex(document.nodes);
  const { order, circular } = topologicalOrder(indexGraph(document));
  const rank = new Map([...order, ...circular].map((id, place) => [id, place]));
  const rows = rowsOf(undefined, 0);
  let reached = 0;
  return rows.map((row) => ({ ...row, number: row.step ? ++reached : null }));

  function rowsOf(loop: string | undefined, depth: number): OrderedNode[] {
    const nodes = [...childrenOf(loop)].sort((a, b) => startOf(a) - startOf(b) || rank.get(a.id)! - rank.get(b.id)!);
    return nodes.flatMap((node) => [
      { node, step: stepOf({ steps }, node.id, round) ?? null, depth, number: null },
      ...rowsOf(node.id, depth + 1),
    ]);
  }

  /** When a step first started; after everything else where it never did. */
  function startOf({ id }: GraphNode): number {
    return attemptsOf(steps, id)[0]?.ordinal ?? Number.MAX_SAFE_INTEGER;
  }
}
