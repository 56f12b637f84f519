import { applyNodeChanges, type Node, type NodeChange } from "@xyflow/react";
import { useCallback, useEffect, useState } from "react";
import { boxIn } from "@/components/editor/canvas/box-of";
import { useSpokenLabels } from "@/components/editor/canvas/use-spoken-labels";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import { isLoop, loopIndex } from "@/core/graph/loops";

/** A step as React Flow sees it; everything drawn comes from the document's node. A loop is one that others stand in. */
export type StepNode = Node<{ node: GraphNode }, "step" | "loop">;

/**
 * The document's steps as React Flow nodes. Positions live here while a card is dragged, so a drag is one edit and the
 * document's readers rest meanwhile; a node that did not change keeps its identity, so its card does not render again.
 */
export function useFlowNodes(): { nodes: StepNode[]; onNodesChange: (changes: NodeChange<StepNode>[]) => void } {
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const selected = useEditor((state) => state.selection.nodes);
  const spoken = useSpokenLabels();
  const [nodes, setNodes] = useState<StepNode[]>(() => reconcile([], document, selected, spoken));

  useEffect(() => setNodes((before) => reconcile(before, document, selected, spoken)), [document, selected, spoken]);

  const onNodesChange = useCallback(
    (changes: NodeChange<StepNode>[]) => {
      const picked = changes.filter((change) => change.type === "select");
      if (picked.length > 0) {
        const { selection, select } = store.getState();
        const ids = new Set(selection.nodes);
        for (const change of picked) change.selected ? ids.add(change.id) : ids.delete(change.id);
        select([...ids], selection.edges);
      }
      const moved = changes.filter((change) => change.type === "position" || change.type === "dimensions");
      if (moved.length > 0) setNodes((before) => applyNodeChanges(moved, before));
    },
    [store],
  );
  return { nodes, onNodesChange };
}

/** In the order of `spoken`, which is the order of the keyboard: a loop before what stands in it, as React Flow needs it. */
function reconcile(
  before: StepNode[],
  document: AutomationDocument,
  selected: string[],
  spoken: ReadonlyMap<string, string>,
): StepNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const chosen = new Set(selected);
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  const { parentOf } = loopIndex(document.nodes);
  return [...spoken].flatMap(([id, ariaLabel]): StepNode[] => {
    const node = byId.get(id);
    if (!node) return [];
    const old = known.get(node.id);
    const { x, y, width, height } = boxIn(document, node);
    const position = { x, y };
    const size = isLoop(node) ? { width, height, style: { pointerEvents: "none" } as const } : {};
    const parentId = parentOf(id);
    const isSelected = chosen.has(node.id);
    const isSame = old?.data.node === node && old.selected === isSelected && old.ariaLabel === ariaLabel;
    const isThere = old && samePoint(old.position, position) && old.parentId === parentId;
    if (isSame && isThere && (!isLoop(node) || (old.width === width && old.height === height))) return [old];
    const data = old?.data.node === node ? old.data : { node };
    const type = isLoop(node) ? "loop" : "step";
    return [{ ...old, id, type, position, parentId, ...size, selected: isSelected, ariaLabel, data, dragging: false }];
  });
}

const samePoint = (a: { x: number; y: number }, b: { x: number; y: number }): boolean => a.x === b.x && a.y === b.y;
