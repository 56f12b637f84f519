import type { AutomationDocument } from "@/core/graph/document";

/** How many edits can be undone. */
const MOST_STEPS = 200;

/** Edits of one group that follow each other within this time are undone together (milliseconds). */
const GROUP_WINDOW_MS = 1_500;

/** What can be undone and redone. Documents are immutable, so whole ones are kept. */
export interface History {
  past: AutomationDocument[];
  future: AutomationDocument[];
  /** The group of the last edit and when it was made, so that typing in one field is one step back. */
  last: { group: string; at: number } | null;
}

export const emptyHistory: History = { past: [], future: [], last: null };

/**
 * Remembers a document before an edit.
 *
 * @param before the document as it was
 * @param at milliseconds since the epoch
 * @param group edits of the same group in a row become one step
 */
export function remember(history: History, before: AutomationDocument, at: number, group?: string): History {
  const continues = group !== undefined && history.last?.group === group && at - history.last.at < GROUP_WINDOW_MS;
  return {
    past: continues ? history.past : [...history.past.slice(1 - MOST_STEPS), before],
    future: [],
    last: group === undefined ? null : { group, at },
  };
}

/** One step back. @returns the document to show and the new history, or null when there is nothing to undo. */
export function stepBack(
  history: History,
  now: AutomationDocument,
): { document: AutomationDocument; history: History } | null {
  const document = history.past.at(-1);
  if (!document) return null;
  return { document, history: { past: history.past.slice(0, -1), future: [now, ...history.future], last: null } };
}

/** One step forward again. @returns null when there is nothing to redo. */
export function stepForward(
  history: History,
  now: AutomationDocument,
): { document: AutomationDocument; history: History } | null {
  const [document, ...future] = history.future;
  if (!document) return null;
  return { document, history: { past: [...history.past, now], future, last: null } };
}
