import { ERRORS, type ExecutionError } from "@/core/execution/errors";
import { type ExecutionStatus, isFailure } from "@/core/execution/statuses";

/**
 * Says what the end of an execution tells of its automation. A failure of ours, a day's limit and a person who stopped it
 * tell nothing.
 */
export function tellsOfAutomation(
  status: ExecutionStatus,
  error: Pick<ExecutionError, "code"> | null,
): "failed" | "succeeded" | null {
  if (status === "succeeded") return "succeeded";
  if (!isFailure(status) || !error) return null;
  return error.code === "DAY_LIMIT" || ERRORS[error.code].fault === "millrace" ? null : "failed";
}
