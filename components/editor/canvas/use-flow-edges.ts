import type { Edge, EdgeChange } from "@xyflow/react";
import { useCallback, useMemo, useRef } from "react";
import { labelShifts } from "@/components/editor/canvas/label-shifts";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { edgeId } from "@/components/editor/store/editor-store";
import type { GraphEdge } from "@/core/graph/document";

/** A line as React Flow sees it. */
export type StepEdge = Edge<{ edge: GraphEdge; shift: number }, "step">;

/** The document's lines as React Flow edges; one that did not change keeps its identity. */
export function useFlowEdges(): { edges: StepEdge[]; onEdgesChange: (changes: EdgeChange<StepEdge>[]) => void } {
  const store = useEditorStore();
  const lines = useEditor((state) => state.document.edges);
  const selected = useEditor((state) => state.selection.edges);
  const cache = useRef(new Map<string, StepEdge>());

  const edges = useMemo(() => {
    const next = new Map<string, StepEdge>();
    const shifts = labelShifts(lines);
    for (const edge of lines) {
      const id = edgeId(edge);
      const isSelected = selected.includes(id);
      const old = cache.current.get(id);
      const shift = shifts.get(edge) ?? 0;
      const isSame = old?.data?.edge === edge && old.data.shift === shift && old.selected === isSelected;
      next.set(id, isSame ? old : toFlowEdge(id, edge, isSelected, shift));
    }
    cache.current = next;
    return [...next.values()];
  }, [lines, selected]);

  const onEdgesChange = useCallback(
    (changes: EdgeChange<StepEdge>[]) => {
      const { selection, select } = store.getState();
      const ids = new Set(selection.edges);
      for (const change of changes) {
        if (change.type === "select") change.selected ? ids.add(change.id) : ids.delete(change.id);
      }
      select(selection.nodes, [...ids]);
    },
    [store],
  );
  return { edges, onEdgesChange };
}

const toFlowEdge = (id: string, edge: GraphEdge, selected: boolean, shift: number): StepEdge => ({
  id,
  type: "step",
  source: edge.from,
  sourceHandle: edge.handle,
  target: edge.to,
  targetHandle: "in",
  selected,
  data: { edge, shift },
});
