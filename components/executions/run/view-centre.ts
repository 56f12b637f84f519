/** Room left around the drawing, in canvas units. */
const MARGIN = 32;

/**
 * Where the middle of a view belongs along one axis, so that it shows a point without showing emptiness beside the
 * drawing. All in canvas units.
 *
 * @param point what must be seen
 * @param drawing where the whole drawing begins, and its length
 * @param visible the length the view shows
 */
export function viewCentre(point: number, drawing: { start: number; size: number }, visible: number): number {
  const first = drawing.start - MARGIN + visible / 2;
  const last = drawing.start + drawing.size + MARGIN - visible / 2;
  if (first >= last) return drawing.start + drawing.size / 2;
  return Math.min(Math.max(point, first), last);
}
