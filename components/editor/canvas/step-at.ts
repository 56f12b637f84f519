import { CARD_WIDTH, cardHeight } from "@/components/editor/canvas/card-size";
import { stepFacts } from "@/components/editor/store/step-facts";
import type { AutomationDocument } from "@/core/graph/document";

/** How far outside a card still counts as on it, so that its in-handle is easy to hit (canvas units). */
const REACH = 14;

/** The topmost step whose card is at a point of the canvas. */
export function stepAt(document: AutomationDocument, point: { x: number; y: number }): string | null {
  const hit = document.nodes.findLast((node) => {
    const corner = document.layout[node.id];
    if (!corner) return false;
    const height = cardHeight(stepFacts(node).handles);
    return (
      point.x >= corner.x - REACH &&
      point.x <= corner.x + CARD_WIDTH &&
      point.y >= corner.y - REACH &&
      point.y <= corner.y + height + REACH
    );
  });
  return hit?.id ?? null;
}
