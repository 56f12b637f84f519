import type { JournalStep } from "@/core/execution/journal";

/** Where the instructions of a run went. */
export interface Heat {
  /** Of all counted instructions, in every round and try. */
  total: number;
  /** Each step's part of the total, from 0 to 1. */
  shareOf(nodeId: string): number;
}

/** A run's steps do not change, so they are summed once. */
const known = new WeakMap<readonly JournalStep[], Heat>();

/** Sums what each step of a run cost, over all rounds of loops and all tries. */
export function heatOf(steps: readonly JournalStep[]): Heat {
  const before = known.get(steps);
  if (before) return before;
  const sums = new Map<string, number>();
  for (const { nodeId, statements } of steps) sums.set(nodeId, (sums.get(nodeId) ?? 0) + statements);
  const total = [...sums.values()].reduce((sum, each) => sum + each, 0);
  const heat: Heat = { total, shareOf: (nodeId) => (total === 0 ? 0 : (sums.get(nodeId) ?? 0) / total) };
  known.set(steps, heat);
  return heat;
}
