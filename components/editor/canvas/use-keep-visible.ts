import { useReactFlow } from "@xyflow/react";
import { type RefObject, useEffect } from "react";
import { CARD_WIDTH, cardHeight } from "@/components/editor/canvas/card-size";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";

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
      const node = document.nodes.find((candidate) => candidate.id === only);
      const corner = document.layout[only];
      const box = frame.current?.getBoundingClientRect();
      if (!node || !corner || !box) return;
      const viewport = flow.getViewport();
      const cover = frame.current?.parentElement?.parentElement
        ?.querySelector("[data-inspector]")
        ?.getBoundingClientRect();
      const width = Math.min(box.width, cover ? cover.left - box.left : box.width);
      const left = corner.x * viewport.zoom + viewport.x;
      const top = corner.y * viewport.zoom + viewport.y;
      const x = shift(left, CARD_WIDTH * viewport.zoom, width);
      const y = shift(top, cardHeight(stepFacts(node).handles) * viewport.zoom, box.height);
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
