"use client";

import { ViewPlugin } from "@codemirror/view";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFunctionCompletions } from "@/components/functions/use-function-completions";
import type { FunctionDraft } from "@/components/functions/use-function-draft";
import { useFunctionTypes } from "@/components/functions/use-function-types";
import { CodeEditor, type CodeMark } from "@/components/ui/code-editor";
import type { ExecutionError } from "@/core/execution/errors";

/** The code, with its problems and the line that failed in the last test. */
export function FunctionCode({ draft, error }: { draft: FunctionDraft; error: ExecutionError | null }) {
  const t = useTranslations("functions");
  const sentence = useTranslations("errors");
  const { source, setSource, problems, editor } = draft;
  const completions = useFunctionCompletions(draft.parameters);
  const extensions = useMemo(
    () => [
      ViewPlugin.define((view) => {
        editor.current = view;
        return {
          destroy: () => {
            editor.current = null;
          },
        };
      }),
    ],
    [editor],
  );
  const typeMarks = useFunctionTypes(source, problems.length === 0);
  const marks = useMemo<CodeMark[]>(() => {
    const found = problems.map((problem): CodeMark => {
      return { line: problem.line, severity: "error", message: sentence("FUNCTION_INVALID", { ...problem }) };
    });
    const failed: CodeMark[] = error?.line ? [{ line: error.line, severity: "error", message: error.message }] : [];
    return [...found, ...failed, ...typeMarks];
  }, [problems, error, sentence, typeMarks]);
  const [first] = problems;
  return (
    <div className="flex flex-col gap-1.5">
      <CodeEditor
        value={source}
        onChange={setSource}
        completions={completions}
        diagnostics={marks}
        extensions={extensions}
        minHeight="20rem"
        maxHeight="60vh"
        ariaLabel={t("editor")}
      />
      {first && (
        <p role="status" className="text-xs text-state-failed">
          {sentence("FUNCTION_INVALID", { ...first })}
        </p>
      )}
    </div>
  );
}
