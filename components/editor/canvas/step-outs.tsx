"use client";

import { Handle, Position } from "@xyflow/react";
import { useTranslations } from "next-intl";
import { AddAfter } from "@/components/editor/canvas/add-after";
import type { CardDetail } from "@/components/editor/canvas/card-detail";
import { CARD_HEIGHT, HANDLE_ROW, handleOffset } from "@/components/editor/canvas/card-size";
import { usedHandles } from "@/components/editor/canvas/used-handles";
import { useEditor } from "@/components/editor/store/editor-context";
import { stepOf } from "@/components/editor/store/run-view";
import { stepFacts } from "@/components/editor/store/step-facts";
import { useHandleLabel } from "@/components/editor/store/use-handle-label";
import { cn } from "@/components/ui/cn";
import { ERROR, type GraphNode } from "@/core/graph/document";

/** A card's ways out: one handle, or one row a branch, and the *if it fails* handle below. */
export function StepOuts({ node, detail }: { node: GraphNode; detail: CardDetail }) {
  const t = useTranslations("editor");
  const taken = useEditor((state) => stepOf(state.run, node.id, state.round)?.handle);
  const used = useEditor((state) => usedHandles(state.document.edges, node.id));
  const handleLabel = useHandleLabel();
  const { handles, canFail } = stepFacts(node);
  const isUsed = (handle: string) => used.split("|").includes(handle);

  return (
    <>
      {handles.map((handle, row) => {
        const label = handleLabel(handle);
        const at = handleOffset(handles, handle.id);
        return (
          <div key={handle.id}>
            {handles.length > 1 && (
              <div
                className={cn(
                  "absolute right-0 left-0 flex items-center justify-end border-border/60 border-t pr-3.5 pl-3 text-muted-foreground text-xs",
                  taken === handle.id && "font-medium text-state-succeeded",
                )}
                style={{ top: CARD_HEIGHT - 1 + row * HANDLE_ROW, height: HANDLE_ROW }}
                title={label}
              >
                {detail === "full" && <span className="truncate">{label}</span>}
              </div>
            )}
            <Handle
              aria-label={t("card.out", { label })}
              role="img"
              className="step-handle"
              id={handle.id}
              isConnectableEnd={false}
              position={Position.Right}
              style={{ top: at.y }}
              type="source"
            />
            {detail === "full" && <AddAfter at={at} connected={isUsed(handle.id)} handle={handle.id} node={node.id} />}
          </div>
        );
      })}
      {canFail && (
        <>
          <Handle
            aria-label={t("card.out", { label: t("card.ifItFails") })}
            role="img"
            className="step-handle step-handle-error"
            id={ERROR}
            isConnectableEnd={false}
            position={Position.Bottom}
            style={{ left: handleOffset(handles, ERROR).x }}
            type="source"
          />
          {detail === "full" && (
            <span
              className={cn(
                "pointer-events-none absolute right-10 rounded-sm bg-background/90 px-1 text-[11px] text-state-failed leading-4 opacity-0 transition-opacity group-hover/card:opacity-100",
                handles.length > 1 ? "-bottom-4.5" : "-bottom-2",
                isUsed(ERROR) && "opacity-100",
              )}
            >
              {t("card.ifItFails")}
            </span>
          )}
          {detail === "full" && (
            <AddAfter
              at={handleOffset(handles, ERROR)}
              below
              connected={isUsed(ERROR)}
              handle={ERROR}
              node={node.id}
              quiet
            />
          )}
        </>
      )}
    </>
  );
}
