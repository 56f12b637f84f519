import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { executionOrder } from "@/components/editor/canvas/execution-order";
import { useEditor } from "@/components/editor/store/editor-context";
import { stepOf } from "@/components/editor/store/run-view";
import { stepFacts } from "@/components/editor/store/step-facts";
import { useSentence } from "@/components/editor/store/use-sentence";
import { describeNode } from "@/core/nodes/describe-node";

/** What a screen reader says of each step, in execution order: "Step 3, Add a member, …, Done, 2 lines out". */
export function useSpokenLabels(): ReadonlyMap<string, string> {
  const t = useTranslations("editor.canvas");
  const states = useTranslations("ui.states");
  const sentence = useSentence();
  const nodes = useEditor((state) => state.document.nodes);
  const edges = useEditor((state) => state.document.edges);
  const context = useEditor((state) => state.context);
  const run = useEditor((state) => state.run);
  const round = useEditor((state) => state.round);
  return useMemo(() => {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    return new Map(
      executionOrder({ nodes, edges }).map((id, index) => {
        const node = byId.get(id)!;
        const step = stepOf(run, id, round);
        const state = step ? states(step.handled && step.status === "failed" ? "handled" : step.status) : "none";
        const { handles, canFail } = stepFacts(node);
        const lines = handles.length + Number(canFail);
        return [
          id,
          t("step", {
            number: index + 1,
            label: node.label,
            sentence: sentence(describeNode(node, context)),
            state,
            lines,
          }),
        ];
      }),
    );
  }, [nodes, edges, context, run, round, t, states, sentence]);
}
