import { ERROR, type GraphEdge } from "@/core/graph/document";

/** How far below each other the words of lines stand that lead from one step to the same other one. */
const PITCH = 24;

/**
 * Lines of several branches into the same step have their middles nearly at one place; their words are moved apart, in the
 * order of the branches.
 *
 * @returns how far down, in pixels, the words of each such line stand from its middle
 */
export function labelShifts(edges: readonly GraphEdge[]): Map<GraphEdge, number> {
  const pairs = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = `${edge.from}:${edge.to}`;
    pairs.set(key, [...(pairs.get(key) ?? []), edge]);
  }
  const shifts = new Map<GraphEdge, number>();
  for (const pair of pairs.values()) {
    if (pair.length < 2) continue;
    const inOrder = [...pair].sort((a, b) => rank(a).localeCompare(rank(b), "en", { numeric: true }));
    for (const [at, edge] of inOrder.entries()) shifts.set(edge, (at - (pair.length - 1) / 2) * PITCH);
  }
  return shifts;
}

/** Branches are numbered from the top; "if it fails" leaves a card at its bottom. */
const rank = ({ handle }: GraphEdge): string => (handle === ERROR ? "~" : handle);
