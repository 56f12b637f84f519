"use client";

import { ChevronRight } from "lucide-react";
import { type ReactNode, useState } from "react";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import type { PaletteEntry } from "@/components/editor/palette/palette-entry";
import { PaletteRow } from "@/components/editor/palette/palette-row";
import { cn } from "@/components/ui/cn";

interface PaletteSectionProps {
  title: string;
  entries: PaletteEntry[];
  /** Stands below the entries: "New function". */
  footer?: ReactNode;
  onAdd: (entry: PaletteEntry) => void;
}

/** The entries of one intent; those of a service unfold below its name. */
export function PaletteSection({ title, entries, footer, onAdd }: PaletteSectionProps) {
  const groups = new Map<string, PaletteEntry[]>();
  for (const entry of entries) {
    if (entry.group) groups.set(entry.group.key, [...(groups.get(entry.group.key) ?? []), entry]);
  }
  return (
    <section aria-label={title}>
      <h3 className="px-1.5 pt-3 pb-1 font-medium text-[11px] text-muted-foreground">{title}</h3>
      {[...groups.values()].map((group) => (
        <Group entries={group} key={group[0]!.group!.key} onAdd={onAdd} />
      ))}
      {entries
        .filter((entry) => !entry.group)
        .map((entry) => (
          <PaletteRow entry={entry} key={entry.id} onAdd={onAdd} />
        ))}
      {footer}
    </section>
  );
}

function Group({ entries, onAdd }: { entries: PaletteEntry[]; onAdd: (entry: PaletteEntry) => void }) {
  const [open, setOpen] = useState(true);
  const { group, category } = entries[0]!;
  return (
    <div>
      <button
        aria-expanded={open}
        className="flex h-8 w-full items-center gap-2 rounded-md px-1.5 text-left text-[13px] hover:bg-accent"
        onClick={() => setOpen(!open)}
        type="button"
      >
        <StepIcon category={category} icon={group!.icon} size="small" />
        <span className="min-w-0 flex-1 truncate">{group!.title}</span>
        <ChevronRight
          aria-hidden
          className={cn("size-3.5 text-muted-foreground transition-transform", open && "rotate-90")}
        />
      </button>
      {open && entries.map((entry) => <PaletteRow entry={entry} indented key={entry.id} onAdd={onAdd} />)}
    </div>
  );
}
