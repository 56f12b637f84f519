import { useReactFlow } from "@xyflow/react";
import { type DragEvent, useCallback } from "react";
import { CARD_WIDTH } from "@/components/editor/canvas/card-size";
import { loopAt } from "@/components/editor/canvas/loop-at";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { ENTRY_DRAG_TYPE } from "@/components/editor/palette/palette-entry";
import { usePaletteEntries } from "@/components/editor/palette/use-palette-entries";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { edgeId } from "@/components/editor/store/editor-store";

/** Dropping an entry of the palette: on the canvas it stands there, in a loop it stands in its body, on a line it is inserted. */
export function useCanvasDrop() {
  const store = useEditorStore();
  const commands = useEditorCommands();
  const entries = usePaletteEntries();
  const { screenToFlowPosition } = useReactFlow();

  const onDragOver = useCallback((event: DragEvent) => {
    if (!event.dataTransfer.types.includes(ENTRY_DRAG_TYPE)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
  }, []);

  const onDrop = useCallback(
    (event: DragEvent) => {
      const entry = entries.find((candidate) => candidate.id === event.dataTransfer.getData(ENTRY_DRAG_TYPE));
      if (!entry) return;
      event.preventDefault();
      const point = screenToFlowPosition({ x: event.clientX, y: event.clientY });
      const line = lineAt(event.clientX, event.clientY);
      const { document } = store.getState();
      const into = document.edges.find((edge) => edgeId(edge) === line);
      commands.add(entry, { at: { x: point.x - CARD_WIDTH / 2, y: point.y }, into, loop: loopAt(document, point) });
    },
    [entries, store, commands, screenToFlowPosition],
  );
  return { onDragOver, onDrop };
}

/** The id of the line under a point of the screen. */
export function lineAt(x: number, y: number): string | null {
  for (const element of document.elementsFromPoint(x, y)) {
    const line = element.closest(".react-flow__edge");
    if (line) return line.getAttribute("data-id");
  }
  return null;
}
