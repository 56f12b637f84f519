"use client";

import { useMemo } from "react";
import type { DataEntry } from "@/components/editor/data/data-tree";
import type { DataSource } from "@/components/editor/data/use-data-in";
import { formulaCompletions } from "@/components/editor/fields/formula-completions";
import { useEditor } from "@/components/editor/store/editor-context";
import { type CodeCompletion, CodeEditor } from "@/components/ui/code-editor";

interface FormulaInputProps {
  code: string;
  onChange: (code: string) => void;
  ariaLabel: string;
  sources: readonly DataSource[];
}

/** A formula: a TypeScript expression, with the names in scope to complete it. */
export function FormulaInput({ code, onChange, ariaLabel, sources }: FormulaInputProps) {
  const completions = useMemo(() => sources.flatMap(({ entry }) => completionsOf(entry)), [sources]);
  const context = useEditor((state) => state.context);
  const typed = useMemo(() => {
    const names = sources.map(({ entry, type }) => ({ name: entry.name, label: entry.label, type }));
    return formulaCompletions(names, context);
  }, [sources, context]);
  return (
    <div className="overflow-hidden rounded-md border border-input bg-card shadow-card" data-formula>
      <CodeEditor
        ariaLabel={ariaLabel}
        completions={completions}
        completionSource={typed}
        lineNumbers={false}
        maxHeight="160px"
        onChange={onChange}
        value={code}
      />
    </div>
  );
}

const completionsOf = (entry: DataEntry): CodeCompletion[] => [
  { label: entry.code, detail: entry.label, type: "variable" },
  ...entry.children.flatMap(completionsOf),
];
