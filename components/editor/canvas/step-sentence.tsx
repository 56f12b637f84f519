"use client";

import { useEditor } from "@/components/editor/store/editor-context";
import { stepOf } from "@/components/editor/store/run-view";
import { useErrorText } from "@/components/editor/store/use-error-text";
import { useProblemText } from "@/components/editor/store/use-problem-text";
import { useStepSentence } from "@/components/editor/store/use-step-sentence";
import { cn } from "@/components/ui/cn";
import type { GraphNode } from "@/core/graph/document";

/**
 * A card's second line: what the step does; what is missing, in red words; or why it failed.
 *
 * @param short one line whatever it says, where there is room for no more
 */
export function StepSentence({ node, short = false }: { node: GraphNode; short?: boolean }) {
  const sentence = useStepSentence(node);
  const problemText = useProblemText();
  const errorText = useErrorText();
  const problem = useEditor((state) => state.problemsOf.get(node.id)?.find((found) => found.severity === "error"));
  const error = useEditor((state) => stepOf(state.run, node.id, state.round)?.error);

  if (problem && !node.policy?.disabled) {
    const text = problemText(problem);
    return (
      <div className="truncate text-state-failed text-xs leading-4" title={text}>
        {text}
      </div>
    );
  }
  if (error) {
    const text = errorText(error);
    return (
      <div className={cn("text-state-failed text-xs leading-4", short ? "truncate" : "line-clamp-2")} title={text}>
        {text}
      </div>
    );
  }
  return (
    <div className="truncate text-muted-foreground text-xs leading-4" title={sentence}>
      {sentence}
    </div>
  );
}
