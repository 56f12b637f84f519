/** The handles of a step that a line begins at. A text, so that a card renders again only when it differs. */
export const usedHandles = (edges: readonly { from: string; handle: string }[], id: string): string =>
  edges
    .filter((edge) => edge.from === id)
    .map((edge) => edge.handle)
    .join("|");
