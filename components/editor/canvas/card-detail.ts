/** How much of a card can be read at the canvas's zoom. */
export type CardDetail = "full" | "middle" | "far";

export const detailOf = (flow: { transform: [number, number, number] }): CardDetail =>
  flow.transform[2] >= 0.7 ? "full" : flow.transform[2] >= 0.45 ? "middle" : "far";

/** Whether a line that is being drawn may end at a step. */
export const targetState = (drawing: { from: string; refused: ReadonlyMap<string, string> } | null, id: string) =>
  drawing === null || drawing.from === id ? "none" : drawing.refused.has(id) ? "refused" : "open";
