import type { JournalStep } from "@/core/execution/journal";
import type { GraphNode } from "@/core/graph/document";
import { indexGraph, topologicalOrder } from "@/core/graph/walk";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** A line of the list: a step of the automation with what the journal has of it. */
export interface OrderedNode {
  node: GraphNode;
  step: JournalStep | null;
  /** Null for one that was not reached. */
  number: number | null;
}

/** @returns the steps that ran in the order they started, then those not reached in the order they would have run. */
export function orderedNodes({ document, steps }: Pick<ExecutionDetail, "document" | "steps">): OrderedNode[] {
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  const reached = steps.flatMap((step): OrderedNode[] => {
    const node = byId.get(step.nodeId);
    byId.delete(step.nodeId);
    return node ? [{ node, step, number: null }] : [];
  });
  const { order, circular } = topologicalOrder(indexGraph(document));
  const missed = [...order, ...circular].flatMap((id) => byId.get(id) ?? []);
  return [
    ...reached.map((row, at) => ({ ...row, number: at + 1 })),
    ...missed.map((node): OrderedNode => ({ node, step: null, number: null })),
  ];
}
