"use client";

import { useMemo } from "react";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditor } from "@/components/editor/store/editor-context";
import { useProblemText } from "@/components/editor/store/use-problem-text";
import { CodeEditor } from "@/components/ui/code-editor";

/** The code a step runs; the names of earlier steps are completed. */
export function CodeField({ path, label, help, control }: ConfigFieldProps<"code">) {
  const { node, set, sources, problemAt } = useStepForm();
  const completions = useMemo(
    () =>
      sources.flatMap(({ entry }) => [
        { label: entry.code, detail: entry.label, type: "variable" },
        ...entry.children.map((child) => ({ label: child.code, detail: child.label, type: "property" })),
      ]),
    [sources],
  );
  const problems = useEditor((state) => state.problemsOf.get(node.id));
  const problemText = useProblemText();
  const marks = useMemo(
    () =>
      (problems ?? []).flatMap((problem) => {
        const line = Number(problem.params.line ?? 0);
        return problem.field === path && line > 0
          ? [{ line, severity: problem.severity, message: problemText(problem) }]
          : [];
      }),
    [problems, path, problemText],
  );
  const code = typeof node.config[path] === "string" ? node.config[path] : "";
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {() => (
        <div className="overflow-hidden rounded-md border border-input bg-card shadow-card">
          <CodeEditor
            ariaLabel={label}
            completions={completions}
            diagnostics={marks}
            minHeight="220px"
            maxHeight="520px"
            onChange={(next) => set(path, next)}
            value={code}
          />
        </div>
      )}
    </FieldFrame>
  );
}
