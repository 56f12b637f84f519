"use client";

import { CircleCheck, OctagonAlert, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { QuickFixes } from "@/components/editor/inspector/quick-fixes";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useProblemText } from "@/components/editor/store/use-problem-text";

/** What stands in the way of publishing, each one a click away from its field. */
export function ProblemRows() {
  const t = useTranslations("editor.run");
  const store = useEditorStore();
  const commands = useEditorCommands();
  const problems = useEditor((state) => state.problems);
  const nodes = useEditor((state) => state.document.nodes);
  const problemText = useProblemText();
  if (problems.length === 0) {
    return (
      <p className="flex items-center justify-center gap-2 py-6 text-muted-foreground text-xs">
        <CircleCheck className="size-4 text-state-succeeded" />
        {t("noProblems")}
      </p>
    );
  }
  return (
    <ul className="text-[13px]">
      {problems.map((problem, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
        <li className="flex items-center gap-2" key={`${problem.code}:${problem.nodeId}:${problem.field}:${index}`}>
          <button
            className="flex min-w-0 flex-1 items-center gap-2.5 rounded-md px-2 py-1 text-left hover:bg-accent"
            onClick={() => {
              if (!problem.nodeId) return;
              store.getState().openStep(problem.nodeId, problem.field);
              commands.reveal(problem.nodeId);
            }}
            type="button"
          >
            {problem.severity === "error" ? (
              <OctagonAlert aria-label={t("mustBeFixed")} className="size-4 shrink-0 text-state-failed" />
            ) : (
              <TriangleAlert aria-label={t("worthALook")} className="size-4 shrink-0 text-state-handled" />
            )}
            <span className="w-44 shrink-0 truncate font-medium">
              {nodes.find((node) => node.id === problem.nodeId)?.label ?? t("automation")}
            </span>
            <span className="min-w-0 flex-1 truncate text-muted-foreground">{problemText(problem)}</span>
          </button>
          <QuickFixes problem={problem} />
        </li>
      ))}
    </ul>
  );
}
