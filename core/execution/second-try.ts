import { ERRORS, type ExecutionError } from "@/core/execution/errors";
import type { ExecutionStatus } from "@/core/execution/statuses";

/** How long after a failure that may pass an execution is tried again. */
export const SECOND_TRY_AFTER_MS = 15 * 60_000;

interface EndedFacts {
  status: ExecutionStatus;
  error: Pick<ExecutionError, "code"> | null;
  mode: "live" | "test";
  /** Which try of it that was, from 1. */
  attempt: number;
  /** Does somebody wait for its answer? Then its failure is final. */
  awaited: boolean;
}

/** @returns whether an execution that ended like this is tried once more, from the step that failed */
export function deservesSecondTry({ status, error, mode, attempt, awaited }: EndedFacts): boolean {
  if (status !== "failed" || !error || mode !== "live" || awaited || attempt > 1) return false;
  return ERRORS[error.code].retryable;
}
