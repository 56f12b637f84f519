"use client";

import { useQuery } from "@tanstack/react-query";
import { ReactFlowProvider } from "@xyflow/react";
import { useEffect, useState } from "react";
import { EditorFrame } from "@/components/editor/frame/editor-frame";
import { EditorSkeleton } from "@/components/editor/frame/editor-skeleton";
import { EditorProvider } from "@/components/editor/store/editor-context";
import { createEditorStore, type EditorStore } from "@/components/editor/store/editor-store";
import { useAskedStep } from "@/components/editor/store/use-asked-step";
import { useTRPC } from "@/components/trpc";
import { ErrorState } from "@/components/ui/error-state";
import type { CompileContext } from "@/core/compiler/program";
import type { AutomationDetail } from "@/server/automations/get-automation";

/** Builds, tests and publishes one automation. */
export function Editor({ id }: { id: string }) {
  const trpc = useTRPC();
  const automation = useQuery(
    trpc.automations.get.queryOptions({ id }, { refetchOnWindowFocus: false, staleTime: 0, gcTime: 0 }),
  );
  const context = useQuery(trpc.automations.context.queryOptions());
  const failed = [automation, context].find((query) => query.isError && !query.data);
  if (failed) return <ErrorState error={failed.error} onRetry={() => failed.refetch()} />;
  if (!automation.data || !context.data) return <EditorSkeleton />;
  return <OpenEditor automation={automation.data} context={context.data} key={id} />;
}

function OpenEditor({ automation, context }: { automation: AutomationDetail; context: CompileContext }) {
  const [store] = useState<EditorStore>(() =>
    createEditorStore({
      automationId: automation.id,
      document: automation.document,
      revision: automation.revision,
      savedAt: new Date(automation.savedAt).getTime(),
      context,
    }),
  );
  useEffect(() => store.getState().setContext(context), [store, context]);
  useAskedStep(store);
  return (
    <EditorProvider store={store}>
      <ReactFlowProvider>
        <EditorFrame automation={automation} />
      </ReactFlowProvider>
    </EditorProvider>
  );
}
