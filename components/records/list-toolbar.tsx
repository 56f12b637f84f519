"use client";

import { Columns3, Rows3, Rows4, Search } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ColumnsMenu } from "@/components/records/columns-menu";
import { FilterChips } from "@/components/records/filter-chips";
import type { ListView } from "@/components/records/list-view";
import type { ListPreferences } from "@/components/records/use-list-preferences";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { CrmModule } from "@/core/records/field-types";

interface ListToolbarProps {
  crmModule: CrmModule;
  view: ListView;
  onChange: (change: Partial<ListView>) => void;
  preferences: ListPreferences;
  lookups: Record<string, string>;
  count: { value: number; isCapped: boolean } | null;
}

/** Search, filters, how many there are, and how the list looks. */
export function ListToolbar({ crmModule, view, onChange, preferences, lookups, count }: ListToolbarProps) {
  const t = useTranslations("records");
  const format = useFormatter();
  const { isDense, setDense } = preferences;
  return (
    <div className="flex flex-wrap items-center gap-2 px-6 pb-3">
      <SearchBox
        label={t("searchLabel", { plural: crmModule.plural.toLowerCase() })}
        value={view.search}
        onChange={(search) => onChange({ search })}
      />
      <FilterChips
        crmModule={crmModule}
        filters={view.filters}
        lookups={lookups}
        onChange={(filters) => onChange({ filters })}
      />
      <div className="ml-auto flex items-center gap-1">
        {count && (
          <span className="mr-2 text-xs text-muted-foreground tabular-nums" role="status">
            {t(count.isCapped ? "countCapped" : "count", {
              count: count.value,
              shown: format.number(count.value),
              singular: crmModule.singular.toLowerCase(),
              plural: crmModule.plural.toLowerCase(),
            })}
          </span>
        )}
        <ColumnsMenu
          crmModule={crmModule}
          preferences={preferences}
          trigger={
            <IconButton label={t("columns")}>
              <Columns3 />
            </IconButton>
          }
        />
        <IconButton label={t(isDense ? "comfortable" : "dense")} onClick={() => setDense(!isDense)}>
          {isDense ? <Rows3 /> : <Rows4 />}
        </IconButton>
      </div>
    </div>
  );
}

const TYPING_PAUSE_MS = 200;

function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => onChange(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onChange]);
  return (
    <div className="relative w-64">
      <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted-foreground" />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        className="pl-8"
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}
