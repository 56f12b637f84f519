import { boxOf, holds } from "@/components/editor/canvas/box-of";
import type { AutomationDocument } from "@/core/graph/document";
import { isLoop, loopIndex, withBodies } from "@/core/graph/loops";

/**
 * The innermost loop at a point of the canvas.
 *
 * @param moving steps that are on their way: they, and what stands in them, do not count
 * @returns its id, or null on the open canvas
 */
export function loopAt(
  document: AutomationDocument,
  point: { x: number; y: number },
  moving: readonly string[] = [],
): string | null {
  const { around } = loopIndex(document.nodes);
  const away = withBodies(document.nodes, moving);
  const hit = document.nodes.filter((node) => {
    const box = isLoop(node) && !away.has(node.id) ? boxOf(document, node.id) : null;
    return box !== null && holds(box, point);
  });
  const depth = (id: string) => around(id).length;
  return hit.reduce<string | null>((best, { id }) => (best === null || depth(id) >= depth(best) ? id : best), null);
}
