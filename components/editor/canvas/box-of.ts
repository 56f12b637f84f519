import { type Size, stepSize } from "@/components/editor/canvas/card-size";
import { stepFacts } from "@/components/editor/store/step-facts";
import type { AutomationDocument, GraphNode } from "@/core/graph/document";
import { placeOf } from "@/core/graph/loops";

export interface Box extends Size {
  x: number;
  y: number;
}

/** Where a step stands inside its loop, and how much room it takes up. */
export function boxIn(document: AutomationDocument, node: GraphNode): Box {
  const { x = 0, y = 0 } = document.layout[node.id] ?? {};
  return { x, y, ...stepSize(node, stepFacts(node).handles, document.layout[node.id]) };
}

/** Where a step stands on the whole canvas, and how much room it takes up; null for a step that is gone. */
export function boxOf(document: AutomationDocument, id: string): Box | null {
  const node = document.nodes.find((candidate) => candidate.id === id);
  return node ? { ...boxIn(document, node), ...placeOf(document, id) } : null;
}

/** Whether a point is in a box. */
export const holds = (box: Box, { x, y }: { x: number; y: number }): boolean =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
