import { attemptsOf, type RunView, stepOf } from "@/components/editor/store/run-view";
import { isFinal } from "@/core/execution/statuses";
import { EACH, ERROR, type GraphEdge } from "@/core/graph/document";

export type LineState = "none" | "taken" | "failed" | "running" | "not-taken";

/**
 * What a run did with a line.
 *
 * @param round the round of a loop that is shown
 */
export function lineState(run: RunView | null, edge: GraphEdge, round: string | null = null): LineState {
  if (!run) return "none";
  const from = stepOf(run, edge.from, round);
  const wasTaken =
    edge.handle === EACH ? stepOf(run, edge.to, round) !== undefined : from !== undefined && takes(from, edge.handle);
  if (!wasTaken) return isFinal(run.status) ? "not-taken" : "none";
  if (edge.handle === ERROR) return "failed";
  return stepOf(run, edge.to, round)?.status === "running" ? "running" : "taken";
}

/** How often a run went along a line, in all rounds of the loops around it. */
export function timesTaken(run: Pick<RunView, "steps"> | null, edge: GraphEdge): number {
  if (edge.handle === EACH) return attemptsOf(run?.steps, edge.to).filter(({ status }) => status !== "skipped").length;
  return attemptsOf(run?.steps, edge.from).filter((step) => takes(step, edge.handle)).length;
}

function takes(step: { status: string; handled: boolean; handle?: string }, handle: string): boolean {
  if (handle === ERROR) return step.status === "failed" && step.handled;
  if (step.status !== "succeeded") return false;
  return step.handle === undefined || step.handle === handle;
}
