import { ERROR } from "@/core/graph/document";
import type { Handle } from "@/core/nodes/node-type";

/** The canvas's grid, in canvas units; cards snap to it. */
export const GRID = 16;
export const CARD_WIDTH = 240;
export const CARD_HEIGHT = 64;
/** One row for each labelled way out. */
export const HANDLE_ROW = 24;

/** A card's height: it grows by one row for each way out when there is more than one. */
export const cardHeight = (handles: readonly Handle[]): number =>
  CARD_HEIGHT + (handles.length > 1 ? handles.length * HANDLE_ROW : 0);

/** Where a handle sits, from the card's top left corner. */
export function handleOffset(handles: readonly Handle[], handle: string | null): { x: number; y: number } {
  if (handle === null) return { x: 0, y: CARD_HEIGHT / 2 };
  if (handle === ERROR) return { x: CARD_WIDTH - 32, y: cardHeight(handles) };
  const row = handles.findIndex((candidate) => candidate.id === handle);
  if (handles.length <= 1 || row < 0) return { x: CARD_WIDTH, y: CARD_HEIGHT / 2 };
  return { x: CARD_WIDTH, y: CARD_HEIGHT + (row + 0.5) * HANDLE_ROW };
}

/** Moves a point to the nearest point of the grid. */
export const snap = (point: { x: number; y: number }): { x: number; y: number } => ({
  x: Math.round(point.x / GRID) * GRID,
  y: Math.round(point.y / GRID) * GRID,
});
