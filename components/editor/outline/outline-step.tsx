"use client";

import { OctagonAlert, PowerOff, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import { stepIconName } from "@/components/editor/canvas/step-icon-name";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";
import { useProblemText } from "@/components/editor/store/use-problem-text";
import { useSentence } from "@/components/editor/store/use-sentence";
import { useShownStep } from "@/components/editor/store/use-shown-step";
import { cn } from "@/components/ui/cn";
import { StateGlyph } from "@/components/ui/state-glyph";
import type { GraphNode } from "@/core/graph/document";
import type { Sentence } from "@/core/nodes/node-type";

/** One step of the outline; chosen, it opens in the inspector. */
export function OutlineStep({ node, number, sentence }: { node: GraphNode; number: number; sentence: Sentence }) {
  const t = useTranslations("editor.outline");
  const store = useEditorStore();
  const sayIt = useSentence();
  const problemText = useProblemText();
  const icon = useEditor((state) => stepIconName(node, state.context));
  const chosen = useEditor((state) => state.selection.nodes.includes(node.id));
  const problems = useEditor((state) => state.problemsOf.get(node.id));
  const step = useShownStep(node.id);
  const off = node.policy?.disabled ?? false;
  const worst = problems?.find(({ severity }) => severity === "error") ?? problems?.[0];
  return (
    <button
      aria-pressed={chosen}
      className={cn(
        "flex w-full items-start gap-2.5 rounded-lg px-2 py-1.5 text-left transition-colors hover:bg-accent/60",
        chosen && "bg-accent",
      )}
      data-outline-step={node.id}
      onClick={() => store.getState().openStep(node.id)}
      type="button"
    >
      <span className="w-6 shrink-0 pt-0.5 text-right text-muted-foreground text-xs tabular-nums">{number}</span>
      <StepIcon category={stepFacts(node).type?.category ?? "shape"} icon={icon} size="small" />
      <span className="min-w-0 flex-1">
        <span className={cn("block font-medium text-sm", off && "text-muted-foreground line-through")}>
          {node.label}
        </span>
        <span className={cn("block text-[13px] text-muted-foreground", off && "line-through")}>{sayIt(sentence)}</span>
        {node.policy?.note && (
          <span className="block text-[13px] text-muted-foreground italic">{node.policy.note}</span>
        )}
        {worst && !off && (
          <span
            className={cn(
              "mt-0.5 flex items-start gap-1.5 text-xs",
              worst.severity === "error" ? "text-state-failed" : "text-state-handled",
            )}
          >
            {worst.severity === "error" ? (
              <OctagonAlert aria-hidden className="mt-px size-3.5 shrink-0" />
            ) : (
              <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
            )}
            <span>
              {problemText(worst)}
              {(problems?.length ?? 0) > 1 && ` (${t("problems", { count: problems?.length ?? 0 })})`}
            </span>
          </span>
        )}
      </span>
      {off && (
        <span className="flex items-center gap-1 text-muted-foreground text-xs">
          <PowerOff aria-hidden className="size-3" />
          {t("disabled")}
        </span>
      )}
      {step && <StateGlyph className="print:hidden" handled={step.handled} state={step.status} wordless />}
    </button>
  );
}
