import { CARD_HEIGHT, CARD_WIDTH, GRID } from "@/components/editor/canvas/card-size";
import type { AutomationDocument, GraphEdge } from "@/core/graph/document";
import { moveNodes } from "@/core/graph/edits/move-nodes";

/** The shortest line between two cards, in canvas units. */
const GAP = GRID * 4;

/**
 * Makes room for a step that was put into a line: it moves off the card the line comes from, and what follows moves to
 * the right where the cards would overlap.
 *
 * @param into the line as it was
 */
export function makeRoom(document: AutomationDocument, inserted: string, into: GraphEdge): AutomationDocument {
  const dropped = document.layout[inserted];
  const source = document.layout[into.from];
  const there = document.layout[into.to];
  if (!dropped || !there) return document;
  const covers =
    source && Math.abs(source.x - dropped.x) < CARD_WIDTH && Math.abs(source.y - dropped.y) < CARD_HEIGHT + GRID;
  const here = covers ? { x: source.x + CARD_WIDTH + GAP, y: dropped.y } : dropped;
  const missing = here.x + CARD_WIDTH + GAP - there.x;
  const shift = Math.max(0, Math.ceil(missing / GRID) * GRID);
  const right = Object.entries(document.layout).filter(
    ([id, at]) => id !== inserted && id !== into.from && at.x >= there.x,
  );
  const moved = right.map(([id, at]) => [id, { x: at.x + shift, y: at.y }]);
  return moveNodes(document, { ...(shift > 0 && Object.fromEntries(moved)), [inserted]: here });
}
