"use client";

import { type ConnectionLineComponentProps, getSmoothStepPath } from "@xyflow/react";
import { useTranslations } from "next-intl";
import { stepAt } from "@/components/editor/canvas/step-at";
import type { StepNode } from "@/components/editor/canvas/use-flow-nodes";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";

/** The line while it is drawn. Over a step it cannot end at, it says why at the cursor. */
export function DrawingLine(props: ConnectionLineComponentProps<StepNode>) {
  const { fromX, fromY, toX, toY, fromPosition, toPosition } = props;
  const t = useTranslations("editor.refused");
  const store = useEditorStore();
  const drawing = useEditor((state) => state.drawing);
  const { document } = store.getState();
  const over = stepAt(document, { x: toX, y: toY }, drawing?.region);
  const reason = over && over !== drawing?.from ? drawing?.refused.get(over) : undefined;
  const [path] = getSmoothStepPath({
    sourceX: fromX,
    sourceY: fromY,
    sourcePosition: fromPosition,
    targetX: toX,
    targetY: toY,
    targetPosition: toPosition,
    borderRadius: 10,
  });
  return (
    <g>
      <path
        className={reason ? "stroke-state-failed" : "stroke-primary"}
        d={path}
        fill="none"
        strokeDasharray={reason ? "5 4" : undefined}
        strokeWidth={2}
      />
      <circle className={reason ? "fill-state-failed" : "fill-primary"} cx={toX} cy={toY} r={4} />
      {reason && (
        <foreignObject className="overflow-visible" height={1} width={1} x={toX + 14} y={toY + 14}>
          <div
            className="w-64 rounded-md border border-state-failed/40 bg-popover px-2.5 py-1.5 text-popover-foreground text-xs shadow-raised"
            role="status"
          >
            {t(reason)}
          </div>
        </foreignObject>
      )}
    </g>
  );
}
