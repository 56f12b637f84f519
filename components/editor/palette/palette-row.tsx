"use client";

import { useTranslations } from "next-intl";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import { ENTRY_DRAG_TYPE, type PaletteEntry } from "@/components/editor/palette/palette-entry";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";

interface PaletteRowProps {
  entry: PaletteEntry;
  active?: boolean;
  indented?: boolean;
  onAdd: (entry: PaletteEntry) => void;
}

/** One entry: drag it onto the canvas, or click to add it after the selected step. */
export function PaletteRow({ entry, active = false, indented = false, onAdd }: PaletteRowProps) {
  const t = useTranslations("editor.palette");
  const refused = entry.refused !== undefined;
  return (
    <Tooltip content={entry.refused ?? entry.help} side="right">
      <button
        aria-disabled={refused}
        className={cn(
          "flex h-8 w-full items-center gap-2 rounded-md px-1.5 text-left text-[13px] transition-colors",
          refused ? "cursor-not-allowed opacity-50" : "cursor-grab hover:bg-accent active:cursor-grabbing",
          active && "bg-accent",
          indented && "pl-5",
        )}
        data-entry={entry.id}
        draggable={!refused}
        onClick={() => !refused && onAdd(entry)}
        onDragStart={(event) => {
          event.dataTransfer.setData(ENTRY_DRAG_TYPE, entry.id);
          event.dataTransfer.effectAllowed = "copy";
        }}
        type="button"
      >
        <StepIcon category={entry.category} icon={entry.icon} size="small" />
        <span className="truncate">{entry.title}</span>
        {entry.detail && (
          <span className="min-w-0 shrink-[99] truncate text-muted-foreground text-xs">{entry.detail}</span>
        )}
        {entry.notPublished && <span className="ml-auto shrink-0 text-state-handled text-xs">{t("notPublished")}</span>}
      </button>
    </Tooltip>
  );
}
