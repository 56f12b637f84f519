import type { StepLines } from "@/core/execution/journal";

/** @returns the counts of several turns of a step together; null when none of them counted lines */
export function sumLines(turns: readonly (StepLines | null)[]): StepLines | null {
  const sum: StepLines = {};
  for (const turn of turns) {
    for (const [part, lines] of Object.entries(turn ?? {})) {
      const own = sum[part] ?? {};
      for (const [line, count] of Object.entries(lines)) own[line] = (own[line] ?? 0) + count;
      sum[part] = own;
    }
  }
  return Object.keys(sum).length === 0 ? null : sum;
}
