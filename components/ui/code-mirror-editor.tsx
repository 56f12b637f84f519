"use client";

import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
} from "@codemirror/autocomplete";
import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { type Diagnostic, linter, lintGutter, setDiagnostics } from "@codemirror/lint";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import CodeMirror from "@uiw/react-codemirror";
import { useTheme } from "next-themes";
import { useEffect, useMemo, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { codeTheme } from "@/components/ui/code-theme";
import { followingCompletions } from "@/components/ui/following-completions";

/** The editor behind `CodeEditor`, which loads it lazily: use that one. */
export function CodeMirrorEditor(props: CodeMirrorEditorProps) {
  const {
    value,
    onChange,
    language = "typescript",
    readOnly = false,
    height,
    minHeight,
    maxHeight,
    lineNumbers = true,
  } = props;
  const { completions, completionSource, diagnostics, extensions, ariaLabel } = props;
  const { resolvedTheme } = useTheme();
  const dark = resolvedTheme === "dark";
  const [view, setView] = useState<EditorView | null>(null);
  const latestCompletions = useRef(completions);
  latestCompletions.current = completions;
  const latestSource = useRef(completionSource);
  latestSource.current = completionSource;

  const all = useMemo(
    () => [
      language === "json" ? json() : javascript({ typescript: true }),
      autocompletion({
        override: [(context) => latestSource.current?.(context) ?? complete(context, latestCompletions.current ?? [])],
      }),
      followingCompletions,
      EditorView.contentAttributes.of({ "aria-label": ariaLabel, ...(readOnly ? { tabindex: "0" } : {}) }),
      EditorView.lineWrapping,
      codeTheme(dark),
      // Holds the marks: without it they are lost whenever the editor is configured anew.
      lineNumbers ? lintGutter() : linter(null),
      ...(extensions ?? []),
    ],
    [language, ariaLabel, dark, readOnly, lineNumbers, extensions],
  );
  const basicSetup = useMemo(
    () => ({
      lineNumbers,
      foldGutter: false,
      highlightActiveLine: !readOnly,
      highlightActiveLineGutter: !readOnly,
    }),
    [lineNumbers, readOnly],
  );

  useEffect(() => {
    if (view) view.dispatch(setDiagnostics(view.state, marksOf(view, diagnostics ?? [])));
  }, [view, diagnostics]);

  return (
    <CodeMirror
      value={value}
      onChange={onChange}
      onCreateEditor={setView}
      readOnly={readOnly}
      height={height}
      minHeight={minHeight}
      maxHeight={maxHeight}
      theme="none"
      basicSetup={basicSetup}
      extensions={all}
      className={cn(
        "overflow-hidden rounded-md border border-input bg-card font-mono text-[0.8125rem]",
        props.className,
      )}
    />
  );
}

/** One thing that may be typed here. */
export type CodeCompletion = Completion;

/** A finding about a line, drawn in the gutter and under the text. */
export interface CodeMark {
  /** From 1. */
  line: number;
  /** From 1; the whole line when absent. */
  column?: number;
  severity: "error" | "warning" | "info";
  message: string;
}

export interface CodeMirrorEditorProps {
  value: string;
  onChange?: (value: string) => void;
  language?: "typescript" | "json";
  completions?: readonly CodeCompletion[];
  /** Asked first; where it has nothing to offer, `completions` are. */
  completionSource?: (context: CompletionContext) => CompletionResult | null;
  diagnostics?: readonly CodeMark[];
  readOnly?: boolean;
  /** CSS lengths. */
  height?: string;
  minHeight?: string;
  maxHeight?: string;
  lineNumbers?: boolean;
  ariaLabel: string;
  /** Further CodeMirror extensions; keep the array's identity between renders. */
  extensions?: readonly Extension[];
  className?: string;
}

function complete(context: CompletionContext, options: readonly CodeCompletion[]) {
  const word = context.matchBefore(/[\w$.]*/);
  if (!word || (word.from === word.to && !context.explicit)) return null;
  return { from: word.from, options: [...options], validFor: /^[\w$.]*$/ };
}

function marksOf(view: EditorView, marks: readonly CodeMark[]): Diagnostic[] {
  return marks
    .filter((mark) => mark.line >= 1 && mark.line <= view.state.doc.lines)
    .map((mark) => {
      const line = view.state.doc.line(mark.line);
      const from = mark.column ? Math.min(line.from + mark.column - 1, line.to) : line.from;
      return { from, to: line.to, severity: mark.severity, message: mark.message };
    });
}
