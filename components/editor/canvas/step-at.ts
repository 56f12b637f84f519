import { boxOf } from "@/components/editor/canvas/box-of";
import type { AutomationDocument } from "@/core/graph/document";
import { isLoop, loopIndex } from "@/core/graph/loops";

/** How far outside a card still counts as on it, so that its in-handle is easy to hit (canvas units). */
const REACH = 14;

/**
 * The topmost step at a point of the canvas: what stands in a loop before the loop.
 *
 * @param region the loop a line is drawn in; that loop and those around it are ground to draw on, not steps
 */
export function stepAt(document: AutomationDocument, point: { x: number; y: number }, region?: string): string | null {
  const { around } = loopIndex(document.nodes);
  const ground = new Set(region === undefined ? [] : [region, ...around(region)]);
  const hit = document.nodes.filter((node) => {
    const box = ground.has(node.id) ? null : boxOf(document, node.id);
    return (
      box !== null &&
      point.x >= box.x - REACH &&
      point.x <= box.x + box.width &&
      point.y >= box.y - REACH &&
      point.y <= box.y + box.height + (isLoop(node) ? 0 : REACH)
    );
  });
  const depth = (id: string) => around(id).length;
  return hit.reduce<string | null>((best, { id }) => (best === null || depth(id) >= depth(best) ? id : best), null);
}
