"use client";

import { BaseEdge, EdgeLabelRenderer, type EdgeProps, getSmoothStepPath } from "@xyflow/react";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import { lineState, timesTaken } from "@/components/editor/canvas/line-state";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import type { StepEdge } from "@/components/editor/canvas/use-flow-edges";
import { useLineLabel } from "@/components/editor/canvas/use-line-label";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { cn } from "@/components/ui/cn";
import { EACH } from "@/core/graph/document";

const STROKE = {
  none: "stroke-muted-foreground/55",
  taken: "stroke-state-succeeded stroke-2",
  failed: "stroke-state-failed stroke-2 [stroke-dasharray:6_4]",
  running: "stroke-state-running stroke-2 step-line-moving",
  "not-taken": "stroke-muted-foreground/40 [stroke-dasharray:4_4]",
} as const;

/**
 * React Flow lifts the lines inside a loop by its depth, and a selected step with its lines to 1,000: words stand on lines,
 * as what comes later does on what stands as high, but below the buttons of a selected step; the line's own buttons stand on everything.
 */
const LEVEL = { words: 1_000, buttons: 2_000 };

/** A line between two steps; with the pointer on it, `+` inserts a step and the bin removes it. */
export const StepLine = memo(function StepLine(props: EdgeProps<StepEdge>) {
  const { sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, data, selected } = props;
  const t = useTranslations("editor.card");
  const store = useEditorStore();
  const commands = useEditorCommands();
  const [hovered, setHovered] = useState(false);
  const edge = data!.edge;
  const label = useLineLabel(edge);
  const state = useEditor((editor) => lineState(editor.run, edge, editor.round));
  const times = useEditor((editor) => timesTaken(editor.run, edge));
  const [path, labelX, middleY] = getSmoothStepPath({
    sourceX,
    sourceY,
    sourcePosition,
    targetX: targetX - 4,
    targetY,
    targetPosition,
    borderRadius: 10,
  });
  // The way from a loop's left side to its first step is too short to hold anything on it.
  const open = hovered || selected;
  const labelY = middleY + data!.shift - (edge.handle === EACH && !open ? 16 : 0);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; the keyboard has its own way
    <g onMouseEnter={() => setHovered(true)} onMouseLeave={() => setHovered(false)}>
      <BaseEdge
        className={cn("fill-none transition-[stroke-width]", STROKE[state], open && "stroke-[2.5] stroke-primary")}
        interactionWidth={24}
        markerEnd={`url(#${open ? "step-arrow-open" : `step-arrow-${state}`})`}
        path={path}
      />
      <EdgeLabelRenderer>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; the keyboard has its own way */}
        <div
          className="nodrag nopan absolute flex items-center gap-1"
          onMouseEnter={() => setHovered(true)}
          onMouseLeave={() => setHovered(false)}
          style={{
            transform: `translate(-50%, -50%) translate(${labelX}px, ${labelY}px)`,
            pointerEvents: open ? "all" : "none",
            zIndex: open ? LEVEL.buttons : LEVEL.words,
          }}
        >
          {open ? (
            <>
              <LineButton
                label={t("insert")}
                onClick={(button) => {
                  const box = button.getBoundingClientRect();
                  store.getState().show({
                    search: { at: { x: labelX, y: labelY }, screen: { x: box.right + 8, y: box.top }, into: edge },
                  });
                }}
              >
                <Plus className="size-3.5" />
              </LineButton>
              <LineButton
                danger
                label={t("removeLine")}
                onClick={() => commands.remove({ nodes: [], edges: [props.id] })}
              >
                <Trash2 className="size-3.5" />
              </LineButton>
            </>
          ) : (
            <LineWords label={label} times={times} />
          )}
        </div>
      </EdgeLabelRenderer>
    </g>
  );
});

/** The branch a line belongs to, and how often the run took it where that was more than once. */
function LineWords({ label, times }: { label: string | null; times: number }) {
  const t = useTranslations("editor.card");
  if (!label && times < 2) return null;
  return (
    <span
      className="flex max-w-44 gap-1 rounded-full border border-border bg-card px-2 py-px text-[11px] text-muted-foreground"
      title={label ?? undefined}
    >
      {label && <span className="truncate">{label}</span>}
      {times > 1 && (
        <span className="shrink-0 text-foreground tabular-nums" data-line-times>
          <span aria-hidden>× {times}</span>
          <span className="sr-only">{t("lineTimes", { count: times })}</span>
        </span>
      )}
    </span>
  );
}

interface LineButtonProps {
  label: string;
  danger?: boolean;
  onClick: (button: HTMLElement) => void;
  children: React.ReactNode;
}

const LineButton = ({ label, danger, onClick, children }: LineButtonProps) => (
  <button
    aria-label={label}
    className={cn(
      "step-add flex size-6 items-center justify-center rounded-md border border-border bg-popover text-muted-foreground shadow-raised transition-colors",
      danger ? "hover:bg-danger hover:text-danger-foreground" : "hover:bg-primary hover:text-primary-foreground",
    )}
    onClick={(event) => {
      event.stopPropagation();
      onClick(event.currentTarget);
    }}
    title={label}
    type="button"
  >
    {children}
  </button>
);
