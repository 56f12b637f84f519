import type { JournalStep } from "@/core/execution/journal";
import type { StepStatus } from "@/core/execution/statuses";

export type CardState = StepStatus | "handled" | "not-reached" | "none";

/** How a card's border tells the state of its step; always beside a glyph or a word. */
export const CARD_BORDER: Record<CardState, string> = {
  none: "border-border",
  running: "border-2 border-state-running",
  waiting: "border-2 border-dashed border-state-waiting",
  "needs-decision": "border-2 border-state-decision",
  succeeded: "border-state-succeeded",
  handled: "border-state-handled",
  failed: "border-2 border-state-failed",
  canceled: "border-state-neutral",
  skipped: "border-dashed border-state-neutral bg-background text-muted-foreground shadow-none",
  "not-reached": "border-border bg-background text-muted-foreground shadow-none [&_svg]:opacity-60",
};

/** @param unreached the run is over and did not come to it */
export function cardState(step: JournalStep | undefined, unreached: boolean): CardState {
  if (!step) return unreached ? "not-reached" : "none";
  return step.handled && step.status === "failed" ? "handled" : step.status;
}
