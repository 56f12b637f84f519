import { useQuery } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import type { RunView } from "@/components/editor/store/run-view";
import { useTRPC } from "@/components/trpc";
import { isFailure, isFinal } from "@/core/execution/statuses";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** Follows the last test while it runs and shows it on the canvas; after a failure its failing step is selected. */
export function useTestRun(): void {
  const trpc = useTRPC();
  const store = useEditorStore();
  const id = useEditor((state) => state.executionId);
  const { data, refetch } = useQuery(
    trpc.executions.get.queryOptions(
      { id: id ?? "" },
      { enabled: id !== null, staleTime: 0, refetchOnWindowFocus: false },
    ),
  );
  const running = id !== null && !(data?.id === id && isFinal(data.status));
  useSubscription(
    trpc.executions.changes.subscriptionOptions(
      { id: id ?? undefined },
      { enabled: running, onData: () => void refetch() },
    ),
  );

  useEffect(() => {
    if (!data || data.id !== id) return;
    const { run, setRun, show, select } = store.getState();
    setRun(viewOf(data));
    const justEnded = isFinal(data.status) && !(run?.executionId === id && isFinal(run.status));
    const failing = data.error?.nodeId ?? data.steps.find((step) => step.status === "failed")?.nodeId;
    if (justEnded && (isFailure(data.status) || data.handledFailures > 0) && failing) {
      select([failing]);
      show({ runOpen: true, runTab: "steps", inspectorTab: "result" });
    }
  }, [data, id, store]);
}

const viewOf = (detail: ExecutionDetail): RunView => ({
  executionId: detail.id,
  status: detail.status,
  handledFailures: detail.handledFailures,
  durationMs:
    detail.startedAt && detail.finishedAt
      ? new Date(detail.finishedAt).getTime() - new Date(detail.startedAt).getTime()
      : null,
  statements: detail.statements,
  output: detail.output,
  error: detail.error,
  steps: detail.steps,
  effects: detail.effects,
});
