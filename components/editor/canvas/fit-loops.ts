import { type Box, boxIn } from "@/components/editor/canvas/box-of";
import { GRID, LOOP_HEADER, LOOP_MARGIN, LOOP_MIN } from "@/components/editor/canvas/card-size";
import type { AutomationDocument, GraphNode, Layout } from "@/core/graph/document";
import { isLoop, loopIndex } from "@/core/graph/loops";

/** The room kept between a loop that grew and what stands beside or below it. */
const GAP = GRID * 4;

/**
 * Lets every loop be as big as its body needs: it never shrinks, steps do not stand over its edge, and what stands right
 * of or below a loop that grew moves along.
 *
 * @returns the same document when every body fits
 */
export function fitLoops(document: AutomationDocument): AutomationDocument {
  const { around } = loopIndex(document.nodes);
  const loops = document.nodes.filter(isLoop);
  if (loops.length === 0) return document;
  const innerFirst = [...loops].sort((a, b) => around(b.id).length - around(a.id).length);
  return innerFirst.reduce(fitLoop, document);
}

/** How big a loop must be at least for its body. */
export function neededSize(document: AutomationDocument, loop: string): { width: number; height: number } {
  const boxes = loopIndex(document.nodes)
    .childrenOf(loop)
    .map((child) => boxIn(document, child));
  return {
    width: Math.max(LOOP_MIN.width, ...boxes.map(({ x, width }) => x + width + LOOP_MARGIN)),
    height: Math.max(LOOP_MIN.height, ...boxes.map(({ y, height }) => y + height + LOOP_MARGIN + GRID)),
  };
}

function fitLoop(document: AutomationDocument, loop: GraphNode): AutomationDocument {
  const pushed = pushInside(document, loop);
  const before = boxIn(pushed, loop);
  const needed = neededSize(pushed, loop.id);
  const after = {
    ...before,
    width: Math.max(before.width, needed.width),
    height: Math.max(before.height, needed.height),
  };
  const place = pushed.layout[loop.id];
  if (place?.width === after.width && place.height === after.height) return pushed;
  return {
    ...pushed,
    layout: { ...pushed.layout, ...neighboursMoved(pushed, loop, before, after), [loop.id]: after },
  };
}

/** Steps that stand over the left or upper edge move in. */
function pushInside(document: AutomationDocument, loop: GraphNode): AutomationDocument {
  const over = loopIndex(document.nodes)
    .childrenOf(loop.id)
    .flatMap(({ id }): [string, Layout[string]][] => {
      const at = document.layout[id];
      const x = Math.max(at?.x ?? 0, GRID);
      const y = Math.max(at?.y ?? 0, LOOP_HEADER + GRID);
      return at && (at.x !== x || at.y !== y) ? [[id, { ...at, x, y }]] : [];
    });
  return over.length === 0 ? document : { ...document, layout: { ...document.layout, ...Object.fromEntries(over) } };
}

function neighboursMoved(document: AutomationDocument, loop: GraphNode, before: Box, after: Box): Layout {
  const boxes = loopIndex(document.nodes)
    .childrenOf(loopIndex(document.nodes).parentOf(loop.id))
    .filter(({ id }) => id !== loop.id)
    .map((node) => ({ id: node.id, box: boxIn(document, node) }));
  const right = boxes.filter(({ box }) => box.x >= before.x + before.width);
  const beside = right.filter(({ box }) => box.y < after.y + after.height && box.y + box.height > after.y);
  const byX = missing(after.x + after.width, Math.min(...beside.map(({ box }) => box.x)), after.width - before.width);
  const below = boxes.filter((one) => !right.includes(one) && one.box.y >= before.y + before.height);
  const under = below.filter(({ box }) => box.x < after.x + after.width && box.x + box.width > after.x);
  const byY = missing(after.y + after.height, Math.min(...under.map(({ box }) => box.y)), after.height - before.height);
  return Object.fromEntries([
    ...(byX > 0 ? right.map(({ id }) => [id, moved(document.layout[id], byX, 0)]) : []),
    ...(byY > 0 ? below.map(({ id }) => [id, moved(document.layout[id], 0, byY)]) : []),
  ]);
}

/** How far what begins at `start` must move so that the gap is kept, and no further than the loop grew. */
const missing = (end: number, start: number, grown: number): number =>
  Number.isFinite(start)
    ? Math.min(Math.ceil(Math.max(0, end + GAP - start) / GRID) * GRID, Math.ceil(grown / GRID) * GRID)
    : 0;

const moved = (at: Layout[string] | undefined, x: number, y: number): Layout[string] => ({
  ...at,
  x: (at?.x ?? 0) + x,
  y: (at?.y ?? 0) + y,
});
