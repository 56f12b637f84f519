import { ReactFlowProvider } from "@xyflow/react";
import { useState } from "react";
import { Canvas } from "@/components/editor/canvas/canvas";
import { OutlineTab } from "@/components/editor/outline/outline-tab";
import { EditorProvider, useEditorStore } from "@/components/editor/store/editor-context";
import { createEditorStore } from "@/components/editor/store/editor-store";
import type { AutomationDocument } from "@/core/graph/document";

/** An older document, drawn or told as a list, only to look at: nothing here reaches the draft. */
export function VersionDrawing({ document, as }: { document: AutomationDocument; as: "canvas" | "outline" }) {
  const { automationId, context } = useEditorStore().getState();
  const [store] = useState(() => {
    const old = createEditorStore({ automationId, document, revision: 0, savedAt: 0, context });
    old.getState().show({ locked: true });
    return old;
  });
  return (
    <ReactFlowProvider>
      <EditorProvider store={store}>
        <div className="flex min-h-0 flex-1">{as === "canvas" ? <Canvas readOnly /> : <OutlineTab />}</div>
      </EditorProvider>
    </ReactFlowProvider>
  );
}
