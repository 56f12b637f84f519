"use client";

import { ChevronRight, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { DataEntry } from "@/components/editor/data/data-tree";
import { briefly } from "@/components/editor/data/live-value";
import type { DataSource } from "@/components/editor/data/use-data-in";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";

interface DataTreeProps {
  sources: DataSource[];
  /** A click on an entry; without it the tree is only for reading. */
  onInsert?: (code: string) => void;
}

/** The data of earlier steps as a tree that can be searched. */
export function DataTree({ sources, onInsert }: DataTreeProps) {
  const t = useTranslations("editor.data");
  const [text, setText] = useState("");
  const needle = text.trim().toLowerCase();
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <label className="flex h-9 shrink-0 items-center gap-2 border-border border-b px-3">
        <Search aria-hidden className="size-3.5 text-muted-foreground" />
        <span className="sr-only">{t("search")}</span>
        <input
          className="min-w-0 flex-1 bg-transparent text-sm outline-none placeholder:text-muted-foreground"
          onChange={(event) => setText(event.target.value)}
          placeholder={t("search")}
          value={text}
        />
      </label>
      <div className="min-h-0 flex-1 overflow-y-auto p-1.5" role="tree">
        {sources.length === 0 && <p className="px-2 py-5 text-center text-muted-foreground text-xs">{t("nothing")}</p>}
        {sources.map((source) => (
          <Entry
            depth={0}
            entry={source.entry}
            key={source.nodeId}
            mayBeMissing={source.mayBeMissing}
            needle={needle}
            onInsert={onInsert}
          />
        ))}
      </div>
    </div>
  );
}

interface EntryProps {
  entry: DataEntry;
  depth: number;
  needle: string;
  mayBeMissing?: boolean;
  onInsert?: (code: string) => void;
}

function Entry({ entry, depth, needle, mayBeMissing = false, onInsert }: EntryProps) {
  const t = useTranslations("editor.data");
  const [open, setOpen] = useState(depth < 2);
  if (needle && !holds(entry, needle)) return null;
  const isOpen = open || needle !== "";
  const value = entry.example === undefined || typeof entry.example === "object" ? null : briefly(entry.example, 40);
  return (
    <div
      aria-expanded={entry.children.length > 0 ? isOpen : undefined}
      aria-selected={false}
      role="treeitem"
      tabIndex={-1}
    >
      <div className="flex items-center" style={{ paddingLeft: depth * 14 }}>
        {entry.children.length > 0 ? (
          <button
            aria-label={isOpen ? t("fold") : t("unfold")}
            className="flex size-6 shrink-0 items-center justify-center rounded text-muted-foreground hover:bg-accent"
            onClick={() => setOpen(!open)}
            type="button"
          >
            <ChevronRight className={cn("size-3 transition-transform", isOpen && "rotate-90")} />
          </button>
        ) : (
          <span className="w-6 shrink-0" />
        )}
        <button
          className="flex h-7 min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 text-left text-[13px] enabled:hover:bg-accent"
          disabled={!onInsert}
          onClick={() => onInsert?.(entry.code)}
          title={entry.code}
          type="button"
        >
          <span className={cn("shrink-0", depth === 0 && "font-medium")}>{entry.label}</span>
          {mayBeMissing && <Badge tone="handled">{t("mayBeEmpty")}</Badge>}
          {value !== null && <span className="min-w-0 truncate text-muted-foreground text-xs">{value}</span>}
          <span className="ml-auto max-w-24 shrink-0 truncate text-[11px] text-muted-foreground">
            {t.has(`types.${entry.type}` as never) ? t(`types.${entry.type}` as never) : entry.type}
          </span>
        </button>
      </div>
      {isOpen && entry.children.length > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: no element means this
        <div role="group">
          {entry.children.map((child) => (
            <Entry
              depth={depth + 1}
              entry={child}
              key={child.code}
              needle={needle && entryHolds(entry, needle) ? "" : needle}
              onInsert={onInsert}
            />
          ))}
        </div>
      )}
    </div>
  );
}

const entryHolds = (entry: DataEntry, needle: string): boolean =>
  `${entry.label} ${entry.name}`.toLowerCase().includes(needle);

const holds = (entry: DataEntry, needle: string): boolean =>
  entryHolds(entry, needle) || entry.children.some((child) => holds(child, needle));
