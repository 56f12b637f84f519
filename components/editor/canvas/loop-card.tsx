"use client";

import { Handle, type NodeProps, NodeResizeControl, Position, useStore } from "@xyflow/react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { detailOf, targetState } from "@/components/editor/canvas/card-detail";
import { GRID, LOOP_HEADER, LOOP_MIN, loopHandleOffset, type Size } from "@/components/editor/canvas/card-size";
import { CARD_BORDER, cardState } from "@/components/editor/canvas/card-state";
import { neededSize } from "@/components/editor/canvas/fit-loops";
import { LoopCount } from "@/components/editor/canvas/loop-count";
import { LoopOuts } from "@/components/editor/canvas/loop-outs";
import { StepBadges } from "@/components/editor/canvas/step-badges";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import { StepLabel } from "@/components/editor/canvas/step-label";
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
import { moveNodes } from "@/core/graph/edits/move-nodes";

/** A loop: a box with a header, around the steps of its body. Its inside lets the pointer through to the canvas. */
export const LoopCard = memo(function LoopCard({ id, data, selected, width, height }: NodeProps<StepNode>) {
  const { node } = data;
  const detail = useStore(detailOf);
  const step = useShownStep(id);
  const unreached = useEditor(
    (state) => state.run !== null && state.run.status !== "running" && !stepOf(state.run, id),
  );
  const lit = useEditor((state) => state.litNode === id);
  const target = useEditor((state) => targetState(state.drawing, id));
  const heat = useHeat(id);
  const { type } = stepFacts(node);
  const state = cardState(step, unreached);
  const size = { width: width ?? LOOP_MIN.width, height: height ?? LOOP_MIN.height };

  return (
    <div
      className={cn(
        "group/card relative h-full w-full rounded-[12px] border bg-muted/35",
        CARD_BORDER[state],
        lit && "ring-2 ring-primary/50",
        selected && "ring-2 ring-primary ring-offset-1 ring-offset-background",
        target === "refused" && "opacity-60",
        node.policy?.disabled && "bg-[repeating-linear-gradient(135deg,transparent_0_6px,var(--muted)_6px_12px)]",
      )}
      data-state={state}
    >
      <Handle
        className={cn("step-handle pointer-events-auto", target === "open" && "step-handle-open")}
        id="in"
        isConnectableStart={false}
        position={Position.Left}
        style={{ top: loopHandleOffset(size, null).y }}
        type="target"
      />
      <div
        className="pointer-events-auto flex cursor-grab items-center gap-2 rounded-t-[11px] border-border border-b bg-card px-3 text-card-foreground shadow-xs"
        data-loop-header
        style={{ height: LOOP_HEADER, ...heatStyle(heat) }}
      >
        <StepIcon category={type?.category ?? "decide"} icon={type?.icon ?? "repeat"} size="small" />
        {detail !== "far" && (
          <div className="flex min-w-0 flex-1 items-baseline gap-2">
            <div className="min-w-0 shrink-0 max-w-[55%]">
              <StepLabel node={node} />
            </div>
            {detail === "full" && (
              <div className="min-w-0 flex-1">
                <StepSentence node={node} short />
              </div>
            )}
          </div>
        )}
        {detail !== "far" && <LoopCount id={id} />}
        {step && <StateGlyph handled={step.handled} size={18} state={step.status} wordless />}
      </div>
      <LoopOuts detail={detail} node={node} size={size} />
      {detail === "full" && <StepBadges node={node} />}
      {selected && (
        <div className="pointer-events-auto">
          <StepToolbar id={id} isStart={false} />
        </div>
      )}
      <ResizeCorner id={id} />
    </div>
  );
});

/** Pulled with the mouse it changes the loop's size, down to what its body needs. */
function ResizeCorner({ id }: { id: string }) {
  const t = useTranslations("editor.loops");
  const store = useEditorStore();
  const locked = useEditor((state) => state.locked);
  const needed = useEditor((state) => sizeText(neededSize(state.document, id)));
  const [minWidth, minHeight] = needed.split("x").map(Number);
  if (locked) return null;
  return (
    <NodeResizeControl
      className="step-add loop-resize"
      minHeight={minHeight}
      minWidth={minWidth}
      onResizeEnd={(_event, { width, height }) => {
        const { document, edit } = store.getState();
        const at = document.layout[id] ?? { x: 0, y: 0 };
        edit((draft) => moveNodes(draft, { [id]: { ...at, width: onGrid(width), height: onGrid(height) } }));
      }}
      position="bottom-right"
    >
      <span className="sr-only">{t("resize")}</span>
    </NodeResizeControl>
  );
}

const onGrid = (length: number): number => Math.round(length / GRID) * GRID;

/** A text, so that a loop renders again only when it differs. */
const sizeText = ({ width, height }: Size): string => `${width}x${height}`;
