"use client";

import { Handle, type NodeProps, Position, useStore } from "@xyflow/react";
import { Zap } from "lucide-react";
import { memo } from "react";
import { detailOf, targetState } from "@/components/editor/canvas/card-detail";
import { CARD_HEIGHT, CARD_WIDTH, cardHeight } from "@/components/editor/canvas/card-size";
import { CARD_BORDER, cardState } from "@/components/editor/canvas/card-state";
import { StepBadges } from "@/components/editor/canvas/step-badges";
import { StepFooter } from "@/components/editor/canvas/step-footer";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import { stepIconName } from "@/components/editor/canvas/step-icon-name";
import { StepLabel } from "@/components/editor/canvas/step-label";
import { StepOuts } from "@/components/editor/canvas/step-outs";
import { StepSentence } from "@/components/editor/canvas/step-sentence";
import { StepToolbar } from "@/components/editor/canvas/step-toolbar";
import type { StepNode } from "@/components/editor/canvas/use-flow-nodes";
import { heatStyle, useHeat } from "@/components/editor/canvas/use-heat";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { stepOf } from "@/components/editor/store/run-view";
import { stepFacts } from "@/components/editor/store/step-facts";
import { useShownStep } from "@/components/editor/store/use-shown-step";
import { cn } from "@/components/ui/cn";
import { StateGlyph } from "@/components/ui/state-glyph";

/** One step on the canvas. Below zoom 0.7 its text thins out, below 0.45 only icon and state remain. */
export const StepCard = memo(function StepCard({ id, data, selected }: NodeProps<StepNode>) {
  const { node } = data;
  const detail = useStore(detailOf);
  const icon = useEditor((state) => stepIconName(node, state.context));
  const step = useShownStep(id);
  const unreached = useEditor(
    (state) => state.run !== null && state.run.status !== "running" && !stepOf(state.run, id),
  );
  const lit = useEditor((state) => state.litNode === id);
  const target = useEditor((state) => targetState(state.drawing, id));
  const heat = useHeat(id);
  const store = useEditorStore();
  const { type, handles } = stepFacts(node);
  const state = cardState(step, unreached);
  const isTrigger = type?.isTrigger ?? false;
  const point = (litNode: string | null) => {
    if (store.getState().tab === "code") store.getState().show({ litNode });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; the keyboard has its own way
    <div
      className={cn(
        "group/card relative border bg-card text-card-foreground shadow-sm transition-shadow hover:shadow-md",
        isTrigger ? "rounded-l-md rounded-r-[10px]" : "rounded-[10px]",
        CARD_BORDER[state],
        lit && "ring-2 ring-primary/50",
        selected && "ring-2 ring-primary ring-offset-1 ring-offset-background",
        target === "refused" && "opacity-40",
        node.policy?.disabled && "bg-[repeating-linear-gradient(135deg,transparent_0_6px,var(--muted)_6px_12px)]",
      )}
      data-state={state}
      onMouseEnter={() => point(id)}
      onMouseLeave={() => point(null)}
      style={{ width: CARD_WIDTH, height: cardHeight(handles), ...heatStyle(heat) }}
    >
      {!isTrigger && (
        <Handle
          className={cn("step-handle", target === "open" && "step-handle-open")}
          id="in"
          isConnectableStart={false}
          position={Position.Left}
          style={{ top: CARD_HEIGHT / 2 }}
          type="target"
        />
      )}
      {isTrigger && (
        <span
          aria-hidden
          className="-left-2.5 absolute top-5.5 flex size-5 items-center justify-center rounded-full bg-category-start text-background"
        >
          <Zap className="size-3 fill-current" />
        </span>
      )}
      <div className={cn("flex items-center gap-2.5 px-3", isTrigger && "pl-4")} style={{ height: CARD_HEIGHT - 2 }}>
        <StepIcon category={type?.category ?? "shape"} icon={icon} />
        {detail !== "far" && (
          <div className="min-w-0 flex-1">
            <StepLabel node={node} />
            {detail === "full" && <StepSentence node={node} />}
          </div>
        )}
        {step && <StateGlyph handled={step.handled} size={18} state={step.status} wordless />}
      </div>
      <StepOuts detail={detail} node={node} />
      {detail === "full" && <StepBadges node={node} />}
      {detail === "full" && step && <StepFooter step={step} />}
      {selected && <StepToolbar id={id} isStart={isTrigger} />}
    </div>
  );
});
