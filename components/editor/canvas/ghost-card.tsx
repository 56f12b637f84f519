"use client";

import { ViewportPortal } from "@xyflow/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { CARD_HEIGHT, CARD_WIDTH, GRID } from "@/components/editor/canvas/card-size";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";
import { findNodeType } from "@/core/nodes/catalogue";

/** Beside a start that stands alone: the dashed card that asks what comes next. */
export function GhostCard() {
  const t = useTranslations("editor.canvas");
  const store = useEditorStore();
  const only = useEditor((state) => (state.document.nodes.length === 1 ? state.document.nodes[0] : undefined));
  const corner = useEditor((state) => (only ? state.document.layout[only.id] : undefined));
  const handle = only && stepFacts(only).handles[0]?.id;
  if (!only || !corner || !handle || !findNodeType(only.type)?.isTrigger) return null;
  const at = { x: corner.x + CARD_WIDTH + GRID * 6, y: corner.y };
  return (
    <ViewportPortal>
      <svg
        aria-hidden
        className="pointer-events-none absolute overflow-visible"
        height={1}
        style={{ left: corner.x + CARD_WIDTH, top: corner.y + CARD_HEIGHT / 2 }}
        width={1}
      >
        <path
          className="stroke-muted-foreground/50"
          d={`M 28 0 H ${GRID * 6 - 6}`}
          strokeDasharray="4 4"
          strokeWidth={1.5}
        />
      </svg>
      <button
        className="nodrag nopan pointer-events-auto absolute flex items-center justify-center gap-2 rounded-[10px] border-2 border-muted-foreground/30 border-dashed bg-background/60 text-muted-foreground text-sm transition-colors hover:border-primary hover:text-foreground"
        onClick={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          store.getState().show({
            search: {
              at: { x: at.x, y: at.y + CARD_HEIGHT / 2 },
              screen: { x: box.left, y: box.bottom + 8 },
              from: { node: only.id, handle },
            },
          });
        }}
        style={{ left: at.x, top: at.y, width: CARD_WIDTH, height: CARD_HEIGHT }}
        type="button"
      >
        <Plus className="size-4" />
        {t("whatThen")}
      </button>
    </ViewportPortal>
  );
}
