import { type Diagnostic, warning } from "@/core/compiler/diagnostic";
import type { Prediction } from "@/core/compiler/predict/predict";
import { LIMITS } from "@/core/execution/limits";

/** Finds what cannot come to its end within the limits. */
export function overLimits({ steps, total }: Prediction): Diagnostic[] {
  const found = Object.entries(steps).flatMap(([nodeId, { min }]) =>
    over("step", min, LIMITS.statementsPerCall, nodeId),
  );
  return [...found, ...over("run", total.min, LIMITS.statementsPerExecution)];
}

const over = (of: "step" | "run", count: number, limit: number, nodeId?: string): Diagnostic[] =>
  count > limit ? [warning("STATEMENTS_OVER_LIMIT", nodeId ? { nodeId } : {}, { of, count, limit })] : [];
