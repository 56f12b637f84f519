import { useEditor } from "@/components/editor/store/editor-context";
import { stepOf } from "@/components/editor/store/run-view";
import type { JournalStep } from "@/core/execution/journal";

/** What a step did in the run on the canvas, in the round that is shown. */
export const useShownStep = (nodeId: string): JournalStep | undefined =>
  useEditor((state) => stepOf(state.run, nodeId, state.round));
