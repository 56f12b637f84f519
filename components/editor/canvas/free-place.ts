import { CARD_HEIGHT, CARD_WIDTH, GRID } from "@/components/editor/canvas/card-size";
import type { AutomationDocument } from "@/core/graph/document";

const GAP = GRID * 6;

/** A free place to the right of a step, or of everything; lower where a card stands already. */
export function freePlace(document: AutomationDocument, after: string | undefined): Position {
  const places = Object.values(document.layout);
  const start = after ? document.layout[after] : undefined;
  if (!start && places.length === 0) return { x: 0, y: 0 };
  const x = start ? start.x + CARD_WIDTH + GAP : Math.min(...places.map((place) => place.x));
  const y = start ? start.y : Math.max(...places.map((place) => place.y)) + CARD_HEIGHT + GAP;
  return belowOthers(document, { x, y });
}

/** The wished place, or the next one below it where no card stands. */
export function belowOthers(document: AutomationDocument, { x, y }: Position): Position {
  const places = Object.values(document.layout);
  const covers = (at: number) =>
    places.some((place) => Math.abs(place.x - x) < CARD_WIDTH && Math.abs(place.y - at) < CARD_HEIGHT + GRID);
  let free = y;
  while (covers(free)) free += GRID;
  return { x, y: free };
}

interface Position {
  x: number;
  y: number;
}
