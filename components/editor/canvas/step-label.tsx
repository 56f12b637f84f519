"use client";

import { useTranslations } from "next-intl";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { cn } from "@/components/ui/cn";
import type { GraphNode } from "@/core/graph/document";
import { renameNode } from "@/core/graph/edits/rename-node";

/** A step's label; F2 or a double click makes it a field. */
export function StepLabel({ node }: { node: GraphNode }) {
  const t = useTranslations("editor");
  const store = useEditorStore();
  const renaming = useEditor((state) => state.renaming === node.id);
  const close = () => store.getState().show({ renaming: null });

  if (renaming) {
    const commit = (text: string) => {
      const label = text.trim();
      if (label && label !== node.label) store.getState().edit((document) => renameNode(document, node.id, label));
      close();
    };
    return (
      <input
        aria-label={t("card.label")}
        // biome-ignore lint/a11y/noAutofocus: opened by the person to type here
        autoFocus
        className="nodrag nopan w-full rounded-sm border border-primary bg-background px-1 font-semibold text-sm outline-none"
        defaultValue={node.label}
        maxLength={120}
        onBlur={(event) => commit(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === "Enter") commit(event.currentTarget.value);
          if (event.key === "Escape") close();
        }}
      />
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: for the pointer alone; the keyboard has its own way
    <div
      className={cn("truncate font-semibold text-sm leading-5", node.policy?.disabled && "line-through opacity-70")}
      onDoubleClick={(event) =>
        !event.currentTarget.closest("[data-read-only]") && store.getState().show({ renaming: node.id })
      }
      title={node.label}
    >
      {node.label}
    </div>
  );
}
