import { CountedCode } from "@/components/executions/run/tabs/counted-code";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** The code of a step, with what its lines counted in all its turns. */
export function CodeTab({ run, nodeId, line }: { run: ExecutionDetail; nodeId: string; line: number | null }) {
  return (
    <CountedCode
      executionId={run.id}
      failedLine={line}
      limit={run.limits.statementsPerCall}
      nodeId={nodeId}
      turns={run.steps.filter((step) => step.nodeId === nodeId)}
    />
  );
}
