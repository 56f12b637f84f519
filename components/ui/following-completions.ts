import { completionStatus } from "@codemirror/autocomplete";
import { repositionTooltips, ViewPlugin } from "@codemirror/view";

const LOOK_MS = 150;

/** Keeps the list of completions at its line: what stands above the editor, such as a problem that appears, may push it down. */
export const followingCompletions = ViewPlugin.define((view) => {
  const timer = setInterval(() => {
    if (completionStatus(view.state)) repositionTooltips(view);
  }, LOOK_MS);
  return { destroy: () => clearInterval(timer) };
});
