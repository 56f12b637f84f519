import { z } from "zod";
import { EXECUTION_STATUSES, type ExecutionStatus, isFailure, needsAttention } from "@/core/execution/statuses";

/** Which executions a list shows. All parts must hold. */
export const ExecutionFilter = z.strictObject({
  /** `failed` includes timed out; `refused` is what a day's limit stopped; `attention` is everything a person has to look at. */
  status: z
    .enum(["failed", "needs-decision", "refused", "succeeded", "handled", "running", "canceled", "attention"])
    .optional(),
  automationId: z.uuid().optional(),
  functionId: z.uuid().optional(),
  /** The type of the start: "button". */
  trigger: z.string().max(40).optional(),
  mode: z.enum(["live", "test"]).optional(),
  recordId: z.uuid().optional(),
  /** Started at this moment or later. */
  from: z.date().optional(),
  /** Started before this moment. */
  to: z.date().optional(),
  /** Looks into record names, error texts and what was given to the execution; "#8F2K" or an id finds the one. */
  search: z.string().trim().max(200).optional(),
});
export type ExecutionFilter = z.infer<typeof ExecutionFilter>;

const ACTIVE: ExecutionStatus[] = ["queued", "running", "waiting"];

/** @returns the statuses a filter lets through. */
export function statusesOf(status: ExecutionFilter["status"]): readonly ExecutionStatus[] {
  switch (status) {
    case "failed":
    case "refused":
      return EXECUTION_STATUSES.filter(isFailure);
    case "attention":
      return EXECUTION_STATUSES.filter(needsAttention);
    case "running":
      return ACTIVE;
    case "succeeded":
    case "handled":
      return ["succeeded"];
    case "canceled":
    case "needs-decision":
      return [status];
    default:
      return EXECUTION_STATUSES;
  }
}
