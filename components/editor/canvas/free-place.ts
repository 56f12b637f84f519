import { boxIn } from "@/components/editor/canvas/box-of";
import { BODY_START, CARD_HEIGHT, CARD_WIDTH, GRID } from "@/components/editor/canvas/card-size";
import { type AutomationDocument, EACH } from "@/core/graph/document";
import { loopIndex, regionBehind } from "@/core/graph/loops";

const GAP = GRID * 6;

interface Position {
  x: number;
  y: number;
}

/**
 * A free place behind a handle of a step, or below everything; lower where a card stands already.
 *
 * @returns a place inside the loop that the handle's line stays in
 */
export function freePlace(document: AutomationDocument, after: { node: string; handle: string } | undefined): Position {
  const node = document.nodes.find((candidate) => candidate.id === after?.node);
  if (node && after) {
    const region = regionBehind(node, after.handle);
    const box = boxIn(document, node);
    const isInside = after.handle === EACH && region === node.id;
    return belowOthers(document, isInside ? BODY_START : { x: box.x + box.width + GAP, y: box.y }, region);
  }
  const boxes = loopIndex(document.nodes)
    .childrenOf(undefined)
    .map((each) => boxIn(document, each));
  if (boxes.length === 0) return { x: 0, y: 0 };
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.max(...boxes.map((box) => box.y + box.height)) + GAP;
  return belowOthers(document, { x, y });
}

/**
 * The wished place, or the next one below it where no card stands.
 *
 * @param region the loop the place is in
 */
export function belowOthers(document: AutomationDocument, { x, y }: Position, region?: string): Position {
  const boxes = loopIndex(document.nodes)
    .childrenOf(region)
    .map((each) => boxIn(document, each));
  const covers = (at: number) =>
    boxes.some(
      (box) =>
        box.x < x + CARD_WIDTH &&
        box.x + box.width > x &&
        box.y < at + CARD_HEIGHT + GRID &&
        box.y + box.height + GRID > at,
    );
  let free = y;
  while (covers(free)) free += GRID;
  return { x, y: free };
}
