"use client";

import dynamic from "next/dynamic";
import type { CodeMirrorEditorProps } from "@/components/ui/code-mirror-editor";
import { Skeleton } from "@/components/ui/skeleton";

/** An editor for TypeScript, formulas and JSON. The editor itself is fetched when the first one is shown. */
export function CodeEditor(props: CodeMirrorEditorProps) {
  return <CodeMirrorEditor {...props} />;
}

const CodeMirrorEditor = dynamic(
  () => import("@/components/ui/code-mirror-editor").then((module) => module.CodeMirrorEditor),
  { ssr: false, loading: () => <Skeleton className="h-40 w-full" /> },
);

export type { CodeCompletion, CodeMark } from "@/components/ui/code-mirror-editor";
