import type { ExecutionError } from "@/core/execution/errors";
import type { JournalEffect, JournalStep } from "@/core/execution/journal";
import type { ExecutionStatus } from "@/core/execution/statuses";
import type { Json } from "@/core/values/json";

/** One execution as the editor shows it: on the cards, in the run panel and in the inspector. */
export interface RunView {
  executionId: string;
  status: ExecutionStatus;
  handledFailures: number;
  durationMs: number | null;
  statements: number;
  output: Json;
  error: ExecutionError | null;
  steps: JournalStep[];
  effects: JournalEffect[];
}

/** The newest attempt of a step, if it was reached. */
export const stepOf = (run: RunView | null, nodeId: string): JournalStep | undefined =>
  run?.steps.findLast((step) => step.nodeId === nodeId);
