"use client";

import { ReactFlowProvider } from "@xyflow/react";
import { useEffect, useState } from "react";
import { Canvas } from "@/components/editor/canvas/canvas";
import { EditorProvider } from "@/components/editor/store/editor-context";
import { createEditorStore } from "@/components/editor/store/editor-store";
import type { RunView } from "@/components/editor/store/run-view";
import { FollowStep } from "@/components/executions/run/follow-step";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** The automation as it ran: the editor's own canvas, only to look at, coloured by what each step did. */
export function RunCanvas({ run, chosen, round, onChoose }: RunCanvasProps) {
  const [store] = useState(() => makeStore(run));
  useEffect(() => store.getState().setRun(viewOf(run)), [store, run]);
  useEffect(() => store.getState().show({ round }), [store, round]);
  useEffect(() => store.getState().select(chosen ? [chosen] : []), [store, chosen]);
  useEffect(
    () =>
      store.subscribe(({ selection }, before) => {
        const [picked] = selection.nodes;
        if (picked && selection !== before.selection && picked !== chosen) onChoose(picked);
      }),
    [store, chosen, onChoose],
  );
  return (
    <ReactFlowProvider>
      <EditorProvider store={store}>
        <Canvas readOnly />
        <FollowStep document={store.getState().document} chosen={chosen} />
      </EditorProvider>
    </ReactFlowProvider>
  );
}

function makeStore(run: ExecutionDetail) {
  const store = createEditorStore({
    automationId: run.automation?.id ?? run.id,
    document: run.document,
    revision: 0,
    savedAt: run.queuedAt.getTime(),
    context: run.context,
  });
  store.getState().show({ locked: true });
  store.getState().setRun(viewOf(run));
  return store;
}

const viewOf = (run: ExecutionDetail): RunView => ({
  executionId: run.id,
  status: run.status,
  handledFailures: run.handledFailures,
  durationMs: run.startedAt && run.finishedAt ? run.finishedAt.getTime() - run.startedAt.getTime() : null,
  statements: run.statements,
  output: run.output,
  error: run.error,
  steps: run.steps,
  effects: run.effects,
});

interface RunCanvasProps {
  run: ExecutionDetail;
  chosen: string | null;
  /** The round of a loop that is shown. */
  round: string | null;
  onChoose: (nodeId: string) => void;
}
