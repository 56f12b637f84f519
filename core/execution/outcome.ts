import type { ExecutionError } from "@/core/execution/errors";
import { type Headline, headlineOf } from "@/core/execution/headline";
import { type ExecutionStatus, isFinal, needsAttention } from "@/core/execution/statuses";

/** What the one line about an execution is made of. */
export interface OutcomeFacts {
  status: ExecutionStatus;
  handledFailures: number;
  error: ExecutionError | null;
  /** What it answered, when that is for people to read. */
  message: string | null;
  /** The label of the step the error is of. */
  stepLabel: string | null;
}

/** @returns what came of an execution in one line: its answer or the cause of its failure; null while it goes on or waits. */
export function outcomeOf({ status, error, message, stepLabel }: OutcomeFacts): Headline | null {
  if (!isFinal(status) && !needsAttention(status)) return null;
  if (error && (needsAttention(status) || status === "canceled")) return headlineOf(error, { step: stepLabel ?? "" });
  if (message) return { key: "outcome.message", params: { message } };
  return { key: status === "canceled" ? "outcome.canceled" : "outcome.done", params: {} };
}
