import type { ExecutionDetail } from "@/server/executions/get-execution";

type StepOfCause = ExecutionDetail["causes"][number]["step"];

/** @returns whether another attempt followed the step's failure, or is waited for; no line took over then. */
export function isTriedAgain({ steps, waits }: TriedRun, failed: StepOfCause): boolean {
  if (!failed) return false;
  const { nodeId, path, attempt } = failed;
  return (
    steps.some((step) => step.nodeId === nodeId && step.path === path && step.attempt > attempt) ||
    waits.some((wait) => wait.kind === "time" && wait.nodeId === nodeId && wait.path === path)
  );
}

export type TriedRun = Pick<ExecutionDetail, "steps" | "waits">;
