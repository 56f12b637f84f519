import type { AutomationDocument } from "@/core/graph/document";
import { placeOf } from "@/core/graph/loops";

export type Direction = "left" | "right" | "up" | "down";

/**
 * The step an arrow key leads to: left and right follow the lines, up and down go to the nearest step above or below.
 *
 * @returns its id, or null at the edge of the graph
 */
export function neighbour(document: AutomationDocument, from: string, direction: Direction): string | null {
  if (direction === "right")
    return nearest(
      document,
      from,
      document.edges.filter((e) => e.from === from).map((e) => e.to),
    );
  if (direction === "left")
    return nearest(
      document,
      from,
      document.edges.filter((e) => e.to === from).map((e) => e.from),
    );
  const here = placeOf(document, from);
  const beyond = document.nodes
    .map((node) => node.id)
    .filter((id) => {
      const there = placeOf(document, id);
      return id !== from && (direction === "down" ? there.y > here.y : there.y < here.y);
    });
  return nearest(document, from, beyond);
}

function nearest(document: AutomationDocument, from: string, candidates: string[]): string | null {
  const here = placeOf(document, from);
  let best: { id: string; distance: number } | null = null;
  for (const id of candidates) {
    const there = placeOf(document, id);
    const distance = Math.hypot(there.x - here.x, there.y - here.y);
    if (!best || distance < best.distance) best = { id, distance };
  }
  return best?.id ?? null;
}
