"use client";

import { Decoration, EditorView } from "@codemirror/view";
import { useMemo } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { CodeEditor } from "@/components/ui/code-editor";
import type { LineSpan } from "@/core/compiler/program";

/** The code to read. The lines of the step one points at or has selected are lit, and pointing at a line lights its step. */
export function CodeLines({ typescript, lineMap }: { typescript: string; lineMap: LineSpan[] }) {
  const store = useEditorStore();
  const lit = useEditor((state) => state.litNode ?? state.selection.nodes.at(-1) ?? null);

  const pointing = useMemo(
    () =>
      EditorView.domEventHandlers({
        mousemove: (event, view) => {
          const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
          const litNode = position === null ? null : nodeOfLine(lineMap, view.state.doc.lineAt(position).number);
          if (store.getState().litNode !== litNode) store.getState().show({ litNode });
        },
        mouseleave: () => store.getState().show({ litNode: null }),
        click: (event, view) => {
          const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
          const node = position === null ? null : nodeOfLine(lineMap, view.state.doc.lineAt(position).number);
          if (node) store.getState().select([node]);
        },
      }),
    [lineMap, store],
  );
  const lighting = useMemo(() => {
    const lines = lineMap.filter((span) => span.nodeId === lit && lit !== null);
    return EditorView.decorations.of((view) => {
      const marks = lines.flatMap((span) => {
        const last = Math.min(span.to, view.state.doc.lines);
        return Array.from({ length: Math.max(0, last - span.from + 1) }, (_, index) => span.from + index);
      });
      const unique = [...new Set(marks)].sort((a, b) => a - b);
      return Decoration.set(unique.map((line) => litLine.range(view.state.doc.line(line).from)));
    });
  }, [lineMap, lit]);
  const extensions = useMemo(() => [pointing, lighting], [pointing, lighting]);

  return (
    <div className="min-h-0 flex-1 overflow-auto">
      <CodeEditor ariaLabel="TypeScript" extensions={extensions} readOnly value={typescript} />
    </div>
  );
}

const litLine = Decoration.line({ class: "bg-primary/12" });

const nodeOfLine = (lineMap: LineSpan[], line: number): string | null =>
  lineMap.findLast((span) => span.from <= line && line <= span.to && span.nodeId !== null)?.nodeId ?? null;
