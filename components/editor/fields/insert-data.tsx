"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DataTree } from "@/components/editor/data/data-tree-view";
import type { DataSource } from "@/components/editor/data/use-data-in";
import { Popover } from "@/components/ui/popover";

interface InsertDataProps {
  sources: DataSource[];
  onInsert: (code: string) => void;
}

/** `+ Insert data`: the data of earlier steps, with example values; a click inserts it. */
export function InsertData({ sources, onInsert }: InsertDataProps) {
  const t = useTranslations("editor.data");
  const [open, setOpen] = useState(false);
  return (
    <Popover
      align="end"
      ariaLabel={t("insert")}
      className="flex max-h-96 w-80 p-0"
      onOpenChange={setOpen}
      open={open}
      trigger={
        <button
          className="flex h-6 items-center gap-1 rounded-md px-1.5 text-muted-foreground text-xs hover:bg-accent hover:text-foreground"
          type="button"
        >
          <Plus className="size-3" />
          {t("insert")}
        </button>
      }
    >
      <DataTree
        onInsert={(code) => {
          onInsert(code);
          setOpen(false);
        }}
        sources={sources}
      />
    </Popover>
  );
}
