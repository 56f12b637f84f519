import type { AutomationDocument, Layout } from "@/core/graph/document";

/** Puts nodes at new positions; nodes not named stay where they are. */
export const moveNodes = (document: AutomationDocument, positions: Layout): AutomationDocument => ({
  ...document,
  layout: { ...document.layout, ...positions },
});
