/** Every state an execution can be in, and the questions code asks of them. The only such list. */
export const EXECUTION_STATUSES = [
  "queued",
  "running",
  "waiting",
  "needs-decision",
  "succeeded",
  "failed",
  "timed-out",
  "canceled",
] as const;
export type ExecutionStatus = (typeof EXECUTION_STATUSES)[number];

/** A node that was not reached has no step. */
const STEP_STATUSES = ["running", "waiting", "needs-decision", "succeeded", "failed", "canceled", "skipped"] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];

type FinalStatus = "succeeded" | "failed" | "timed-out" | "canceled";

const FINAL = new Set<ExecutionStatus>(["succeeded", "failed", "timed-out", "canceled"] satisfies FinalStatus[]);

/** True when nothing more will happen to the execution. */
export const isFinal = (status: ExecutionStatus): status is FinalStatus => FINAL.has(status);

/** True when nothing happens to it until a time, a person or something else comes: nobody runs it. */
export const isPutAway = (status: ExecutionStatus): boolean => status === "waiting" || status === "needs-decision";

/** True when the execution went wrong; "failed" filters always include timed out. */
export const isFailure = (status: ExecutionStatus): boolean => status === "failed" || status === "timed-out";

/** True when a person has to look: failures and open decisions. */
export const needsAttention = (status: ExecutionStatus): boolean => isFailure(status) || status === "needs-decision";
