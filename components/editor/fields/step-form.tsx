"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { exampleData } from "@/components/editor/data/example-data";
import { type DataSource, useDataIn } from "@/components/editor/data/use-data-in";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useProblemText } from "@/components/editor/store/use-problem-text";
import type { GraphNode } from "@/core/graph/document";
import { configureNode } from "@/core/graph/edits/configure-node";
import type { Json } from "@/core/values/json";

/** What every field of a step's form needs: the step, the data it can be filled in from, and how to set a setting. */
export interface StepForm {
  node: GraphNode;
  sources: DataSource[];
  data: Readonly<Record<string, Json | undefined>>;
  /** The sentence of what is wrong with a setting, if something is. */
  problemAt: (path: string) => string | undefined;
  /** Sets one setting; typing in one field is undone as one step. */
  set: (path: string, value: Json | undefined) => void;
}

export const FormContext = createContext<StepForm | null>(null);

/** The form one is in. */
export function useStepForm(): StepForm {
  const form = useContext(FormContext);
  if (!form) throw new Error("useStepForm needs a StepFormProvider above it");
  return form;
}

export function StepFormProvider({ node, children }: { node: GraphNode; children: ReactNode }) {
  const store = useEditorStore();
  const sources = useDataIn(node.id);
  const problems = useEditor((state) => state.problemsOf.get(node.id));
  const nodes = useEditor((state) => state.document.nodes);
  const edges = useEditor((state) => state.document.edges);
  const run = useEditor((state) => state.run);
  const record = useEditor((state) => state.testRecord);
  const round = useEditor((state) => state.round);
  const problemText = useProblemText();
  const form = useMemo<StepForm>(
    () => ({
      node,
      sources,
      data: exampleData({ nodes, edges }, run, record, { node: node.id, round }),
      problemAt: (path) => {
        const found = problems?.find((problem) => problem.field === path);
        return found && problemText(found);
      },
      set: (path, value) =>
        store
          .getState()
          .edit((document) => configureNode(document, node.id, path, value), { group: `${node.id}.${path}` }),
    }),
    [node, sources, nodes, edges, run, record, round, problems, problemText, store],
  );
  return <FormContext value={form}>{children}</FormContext>;
}
