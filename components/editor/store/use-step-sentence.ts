import { useMemo } from "react";
import { useEditor } from "@/components/editor/store/editor-context";
import { useSentence } from "@/components/editor/store/use-sentence";
import type { GraphNode } from "@/core/graph/document";
import { describeNode } from "@/core/nodes/describe-node";

/** What a step does, in one sentence. */
export function useStepSentence(node: GraphNode): string {
  const context = useEditor((state) => state.context);
  const sentence = useSentence();
  return useMemo(() => sentence(describeNode(node, context)), [node, context, sentence]);
}
