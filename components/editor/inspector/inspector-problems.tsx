"use client";

import { OctagonAlert, TriangleAlert } from "lucide-react";
import { QuickFixes } from "@/components/editor/inspector/quick-fixes";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useProblemText } from "@/components/editor/store/use-problem-text";
import { cn } from "@/components/ui/cn";
import type { GraphNode } from "@/core/graph/document";

/** What is wrong with the step, in sentences; a click leads to the field. */
export function InspectorProblems({ node }: { node: GraphNode }) {
  const store = useEditorStore();
  const problems = useEditor((state) => state.problemsOf.get(node.id));
  const problemText = useProblemText();
  if (!problems || problems.length === 0) return null;
  return (
    <ul className="mx-4 mb-2 space-y-1">
      {problems.map((problem, index) => {
        const isError = problem.severity === "error";
        const Icon = isError ? OctagonAlert : TriangleAlert;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
          <li key={`${problem.code}:${problem.field}:${index}`}>
            <button
              className={cn(
                "flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-left text-xs",
                isError ? "bg-state-failed/8 text-state-failed" : "bg-state-handled/10 text-state-handled",
              )}
              onClick={() => store.getState().openStep(node.id, problem.field)}
              type="button"
            >
              <Icon aria-hidden className="mt-px size-3.5 shrink-0" />
              <span>{problemText(problem)}</span>
            </button>
            {problem.fix && (
              <div className="px-2 pt-1 pb-1.5">
                <QuickFixes problem={problem} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}
