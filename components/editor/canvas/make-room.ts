import { boxIn } from "@/components/editor/canvas/box-of";
import { BODY_START, CARD_HEIGHT, CARD_WIDTH, GRID } from "@/components/editor/canvas/card-size";
import type { AutomationDocument, GraphEdge } from "@/core/graph/document";
import { moveNodes } from "@/core/graph/edits/move-nodes";
import { loopIndex } from "@/core/graph/loops";

/** The shortest line between two cards, in canvas units. */
const GAP = GRID * 4;

/**
 * Makes room for a step that was put into a line: it moves off the card the line comes from, and what follows moves to
 * the right where the cards would overlap.
 *
 * @param into the line as it was
 */
export function makeRoom(document: AutomationDocument, inserted: string, into: GraphEdge): AutomationDocument {
  const node = document.nodes.find(({ id }) => id === inserted);
  const dropped = document.layout[inserted];
  const there = document.layout[into.to];
  if (!node || !dropped || !there) return document;
  const siblings = loopIndex(document.nodes).childrenOf(node.parent);
  const before = siblings.find(({ id }) => id === into.from);
  const source = before && boxIn(document, before);
  const box = boxIn(document, node);
  const covers =
    source &&
    dropped.x < source.x + source.width &&
    dropped.x + CARD_WIDTH > source.x &&
    Math.abs(source.y - dropped.y) < CARD_HEIGHT + GRID;
  const first = source ? dropped.x : Math.max(dropped.x, BODY_START.x);
  const here = { ...dropped, x: covers ? source.x + source.width + GAP : first };
  const missing = here.x + box.width + GAP - there.x;
  const shift = Math.max(0, Math.ceil(missing / GRID) * GRID);
  const right = siblings.flatMap(({ id }) => {
    const at = document.layout[id];
    return at && id !== inserted && id !== into.from && at.x >= there.x ? [[id, { ...at, x: at.x + shift }]] : [];
  });
  return moveNodes(document, { ...(shift > 0 && Object.fromEntries(right)), [inserted]: here });
}
