import { EACH, ERROR, type GraphNode, type Layout } from "@/core/graph/document";
import { isLoop } from "@/core/graph/loops";
import type { Handle } from "@/core/nodes/node-type";

/** The canvas's grid, in canvas units; cards snap to it. */
export const GRID = 16;
export const CARD_WIDTH = 240;
export const CARD_HEIGHT = 64;
/** One row for each labelled way out. */
export const HANDLE_ROW = 24;

/** Below the last row, so that the handle *if it fails* on the lower edge stands clear of its words. */
const BELOW_ROWS = 8;

/** A loop's smallest box, and the height of its header. */
export const LOOP_MIN = { width: 320, height: 160 };
export const LOOP_HEADER = 32;
/** The room right of and below a loop's body, where lines, ways out and footers stand. */
export const LOOP_MARGIN = GRID * 2;
/** Where the first step of a body stands: level with the handle that leads to it. */
export const BODY_START = { x: GRID * 7, y: GRID * 3 };

export interface Size {
  width: number;
  height: number;
}

/** A card's height: it grows by one row for each way out when there is more than one. */
export const cardHeight = (handles: readonly Handle[]): number =>
  CARD_HEIGHT + (handles.length > 1 ? handles.length * HANDLE_ROW + BELOW_ROWS : 0);

/** The box a step takes up: a card's own size, a loop's as it is laid out. */
export function stepSize(node: GraphNode, handles: readonly Handle[], place?: Layout[string]): Size {
  if (!isLoop(node)) return { width: CARD_WIDTH, height: cardHeight(handles) };
  return {
    width: Math.max(LOOP_MIN.width, place?.width ?? 0),
    height: Math.max(LOOP_MIN.height, place?.height ?? 0),
  };
}

/** Where a handle of a card sits, from its top left corner. */
export function handleOffset(handles: readonly Handle[], handle: string | null): { x: number; y: number } {
  if (handle === null) return { x: 0, y: CARD_HEIGHT / 2 };
  if (handle === ERROR) return { x: CARD_WIDTH - 32, y: cardHeight(handles) };
  const row = handles.findIndex((candidate) => candidate.id === handle);
  if (handles.length <= 1 || row < 0) return { x: CARD_WIDTH, y: CARD_HEIGHT / 2 };
  return { x: CARD_WIDTH, y: CARD_HEIGHT + (row + 0.5) * HANDLE_ROW };
}

/** Where a handle of a loop sits, from its top left corner: the one into the body inside, level with the body's first step. */
export function loopHandleOffset({ width, height }: Size, handle: string | null): { x: number; y: number } {
  if (handle === EACH) return { x: GRID * 4, y: BODY_START.y + CARD_HEIGHT / 2 };
  if (handle === ERROR) return { x: width - 32, y: height };
  return { x: handle === null ? 0 : width, y: CARD_HEIGHT / 2 };
}

/** Moves a point to the nearest point of the grid. */
export const snap = (point: { x: number; y: number }): { x: number; y: number } => ({
  x: Math.round(point.x / GRID) * GRID,
  y: Math.round(point.y / GRID) * GRID,
});
