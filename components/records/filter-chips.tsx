"use client";

import { ListFilter, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FilterEditor } from "@/components/records/filter-editor";
import { useFilterText } from "@/components/records/use-filter-text";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { CrmModule } from "@/core/records/field-types";
import type { RecordFilter } from "@/core/records/record-filters";

interface FilterChipsProps {
  crmModule: CrmModule;
  filters: RecordFilter[];
  lookups: Record<string, string>;
  onChange: (filters: RecordFilter[]) => void;
}

/** One chip a filter: click to change it, cross to drop it; and "Filter" to add one. */
export function FilterChips({ crmModule, filters, lookups, onChange }: FilterChipsProps) {
  const t = useTranslations("records.filters");
  const text = useFilterText();
  // Which chip is open; the length of the list stands for the one being added.
  const [open, setOpen] = useState<number | null>(null);
  const popover = (index: number) => ({
    open: open === index,
    onOpenChange: (isOpen: boolean) => setOpen(isOpen ? index : null),
    ariaLabel: t("filter"),
    className: "w-80",
  });
  const apply = (index: number) => (filter: RecordFilter) => {
    onChange(index < filters.length ? filters.with(index, filter) : [...filters, filter]);
    setOpen(null);
  };
  return (
    <>
      {filters.map((filter, index) => {
        const sentence = text(crmModule, filter, lookups);
        return (
          <span
            key={`${filter.field}:${filter.operator}:${String(filter.value)}`}
            className="inline-flex h-7 items-center rounded-full border border-border bg-card text-xs shadow-card"
          >
            <Popover
              {...popover(index)}
              trigger={
                <button type="button" className="h-full max-w-72 truncate rounded-l-full pr-1 pl-3 hover:bg-accent">
                  {sentence}
                </button>
              }
            >
              <FilterEditor crmModule={crmModule} filter={filter} onApply={apply(index)} />
            </Popover>
            <button
              type="button"
              aria-label={t("remove", { filter: sentence })}
              className="flex h-full items-center rounded-r-full pr-2 pl-1 text-muted-foreground hover:bg-accent hover:text-foreground"
              onClick={() => onChange(filters.toSpliced(index, 1))}
            >
              <X aria-hidden className="size-3.5" />
            </button>
          </span>
        );
      })}
      <Popover
        {...popover(filters.length)}
        trigger={
          <Button variant="ghost" size="sm">
            <ListFilter aria-hidden />
            {t("filter")}
          </Button>
        }
      >
        <FilterEditor crmModule={crmModule} onApply={apply(filters.length)} />
      </Popover>
    </>
  );
}
