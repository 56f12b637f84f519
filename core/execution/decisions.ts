import type { ExecutionError } from "@/core/execution/errors";
import type { Json } from "@/core/values/json";

/** What a person says of an execution that cannot go on by itself. */
export const DECISION_CHOICES = ["done", "again", "stop"] as const;
export type DecisionChoice = (typeof DECISION_CHOICES)[number];

/** Which effect of an execution is meant. */
export interface EffectPlace {
  nodeId: string;
  path: string;
  attempt: number;
  ordinal: number;
}

/** A decision as the execution keeps it. */
export interface NotedDecision {
  /** ISO 8601 */
  at: string;
  /** Null for a script. */
  by: { id: string; name: string } | null;
  choice: DecisionChoice;
  /** Null where it was about the execution as a whole. */
  effect: EffectPlace | null;
  /** What the step was given, for `done`. */
  value: Json;
}

/** @returns the effect that a person is asked about; null where it is about the execution as a whole */
export function askedEffect(error: ExecutionError | null): EffectPlace | null {
  if (error?.code !== "OUTCOME_UNKNOWN" && error?.code !== "REPLAY_DIFFERS") return null;
  const { path, attempt, ordinal } = error.params;
  if (typeof path !== "string" || typeof attempt !== "number" || typeof ordinal !== "number") return null;
  return { nodeId: error.nodeId ?? "", path, attempt, ordinal };
}
