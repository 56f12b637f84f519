import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { boxOf } from "@/components/editor/canvas/box-of";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";

/** Room left around the card (pixels). */
const MARGIN = 24;

/** Moves the canvas just so far that the inspector does not cover the step it shows. */
export function useKeepVisible(frame: RefObject<HTMLElement | null>): void {
  const store = useEditorStore();
  const flow = useReactFlow();
  const only = useEditor((state) => (state.selection.nodes.length === 1 ? state.selection.nodes[0] : undefined));
  useEffect(() => {
    if (!only) return;
    const waiting = requestAnimationFrame(() => {
      const { document } = store.getState();
      const step = boxOf(document, only);
      const box = frame.current?.getBoundingClientRect();
      if (!step || !box) return;
      const viewport = flow.getViewport();
      const cover = frame.current?.parentElement?.parentElement
        ?.querySelector("[data-inspector]")
        ?.getBoundingClientRect();
      const width = Math.min(box.width, cover ? cover.left - box.left : box.width);
      const left = step.x * viewport.zoom + viewport.x;
      const top = step.y * viewport.zoom + viewport.y;
      const x = shift(left, step.width * viewport.zoom, width);
      const y = shift(top, step.height * viewport.zoom, box.height);
      if (x !== 0 || y !== 0)
        void flow.setViewport({ ...viewport, x: viewport.x + x, y: viewport.y + y }, { duration: 160 });
    });
    return () => cancelAnimationFrame(waiting);
  }, [only, flow, frame, store]);
}

/** How far something must move to lie within a length; what is too big shows its beginning. */
function shift(start: number, size: number, length: number): number {
  if (start < MARGIN) return MARGIN - start;
  const over = start + size - (length - MARGIN);
  return over > 0 ? Math.max(-over, MARGIN - start) : 0;
}
