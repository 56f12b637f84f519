"use client";

import { Copy, Power, Repeat, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { IconButton } from "@/components/ui/icon-button";

/** What can be done with a selected card, above it. */
export function StepToolbar({ id, isStart }: { id: string; isStart: boolean }) {
  const t = useTranslations("editor.commands");
  const commands = useEditorCommands();
  return (
    <div className="step-add nodrag nopan -top-10 absolute left-0 flex gap-0.5 rounded-lg border border-border bg-popover p-0.5 shadow-raised">
      {!isStart && (
        <>
          <IconButton label={t("disable")} onClick={() => commands.toggleDisabled([id])} size="sm" tooltipSide="top">
            <Power />
          </IconButton>
          <IconButton label={t("duplicate")} onClick={() => commands.duplicate([id])} size="sm" tooltipSide="top">
            <Copy />
          </IconButton>
          <IconButton label={t("wrap")} onClick={() => commands.wrap([id])} size="sm" tooltipSide="top">
            <Repeat />
          </IconButton>
        </>
      )}
      <IconButton
        label={t("delete")}
        onClick={() => commands.remove({ nodes: [id], edges: [] })}
        size="sm"
        tooltipSide="top"
      >
        <Trash2 />
      </IconButton>
    </div>
  );
}
