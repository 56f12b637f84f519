"use client";

import { Handle, Position } from "@xyflow/react";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { AddAfter } from "@/components/editor/canvas/add-after";
import type { CardDetail } from "@/components/editor/canvas/card-detail";
import { BODY_START, CARD_HEIGHT, GRID, loopHandleOffset, type Size } from "@/components/editor/canvas/card-size";
import { usedHandles } from "@/components/editor/canvas/used-handles";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";
import { useHandleLabel } from "@/components/editor/store/use-handle-label";
import { cn } from "@/components/ui/cn";
import { EACH, ERROR, type GraphNode } from "@/core/graph/document";
import { loopIndex, placeOf } from "@/core/graph/loops";

/** A loop's ways out: into its body, on to what follows, and *if it fails*. */
export function LoopOuts({ node, size, detail }: { node: GraphNode; size: Size; detail: CardDetail }) {
  const t = useTranslations("editor");
  const used = useEditor((state) => usedHandles(state.document.edges, node.id)).split("|");
  const isEmpty = useEditor((state) => loopIndex(state.document.nodes).childrenOf(node.id).length === 0);
  const handleLabel = useHandleLabel();
  const { handles, canFail } = stepFacts(node);
  const isFull = detail === "full";
  return (
    <div className="[&_.step-add]:pointer-events-auto">
      {handles.map((handle) => {
        const at = loopHandleOffset(size, handle.id);
        const isInside = handle.id === EACH;
        return (
          <div key={handle.id}>
            {isInside && (
              <span
                aria-hidden
                className="absolute flex h-6 items-center justify-center rounded-full border border-border bg-card text-[11px] text-muted-foreground"
                style={{ left: GRID, top: at.y - 12, width: at.x - GRID }}
              >
                {isFull && handleLabel(handle)}
              </span>
            )}
            <Handle
              aria-label={t("card.out", { label: handleLabel(handle) })}
              className="step-handle pointer-events-auto"
              id={handle.id}
              isConnectableEnd={false}
              position={Position.Right}
              role="img"
              style={
                isInside ? { left: at.x - 6, right: "auto", top: at.y, transform: "translate(0, -50%)" } : { top: at.y }
              }
              type="source"
            />
            {isFull && !(isInside && isEmpty) && (
              <AddAfter
                at={at}
                connected={used.includes(handle.id)}
                gap={isInside ? BODY_START.x - at.x : undefined}
                handle={handle.id}
                node={node.id}
              />
            )}
          </div>
        );
      })}
      {isEmpty && <EmptyBody node={node} />}
      {canFail && (
        <>
          <Handle
            aria-label={t("card.out", { label: t("card.ifItFails") })}
            className="step-handle step-handle-error pointer-events-auto"
            id={ERROR}
            isConnectableEnd={false}
            position={Position.Bottom}
            role="img"
            style={{ left: loopHandleOffset(size, ERROR).x }}
            type="source"
          />
          {isFull && (
            <span
              className={cn(
                "pointer-events-none absolute right-10 -bottom-2 rounded-sm bg-background/90 px-1 text-[11px] text-state-failed leading-4 opacity-0 transition-opacity group-hover/card:opacity-100",
                used.includes(ERROR) && "opacity-100",
              )}
            >
              {t("card.ifItFails")}
            </span>
          )}
          {isFull && (
            <AddAfter
              at={loopHandleOffset(size, ERROR)}
              below
              connected={used.includes(ERROR)}
              handle={ERROR}
              node={node.id}
              quiet
            />
          )}
        </>
      )}
    </div>
  );
}

/** In a loop without a body: the dashed card that asks what happens each time. */
function EmptyBody({ node }: { node: GraphNode }) {
  const t = useTranslations("editor.loops");
  const store = useEditorStore();
  return (
    <button
      className="step-add nodrag nopan absolute flex items-center justify-center gap-2 rounded-[10px] border-2 border-muted-foreground/30 border-dashed bg-background/60 px-2 text-muted-foreground text-sm transition-colors hover:border-primary hover:text-foreground"
      onClick={(event) => {
        event.stopPropagation();
        const box = event.currentTarget.getBoundingClientRect();
        const corner = placeOf(store.getState().document, node.id);
        store.getState().show({
          search: {
            at: { x: corner.x + BODY_START.x, y: corner.y + BODY_START.y + CARD_HEIGHT / 2 },
            screen: { x: box.left, y: box.bottom + 8 },
            from: { node: node.id, handle: EACH },
          },
        });
      }}
      style={{ left: BODY_START.x, top: BODY_START.y, right: GRID, height: CARD_HEIGHT }}
      type="button"
    >
      <Plus className="size-4 shrink-0" />
      {t("whatEachTime")}
    </button>
  );
}
