"use client";

import { useQuery } from "@tanstack/react-query";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { FilterChip } from "@/components/executions/list/filter-chip";
import {
  isFiltered,
  type ListFilter,
  MODES,
  STATUSES,
  TIMES,
  TRIGGERS,
} from "@/components/executions/list/list-filter";
import { useMe } from "@/components/shell/use-me";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { roleAllows } from "@/core/users/roles";

/** Waits for a pause in typing before the list asks the server. */
const TYPING_PAUSE_MS = 300;

/** Search and chips above the list; each chip is one part of the filter, in the address. */
export function FilterBar({ filter, onChange, count, actions }: FilterBarProps) {
  const t = useTranslations("executions.filters");
  const page = useTranslations("executions");
  const trpc = useTRPC();
  const { role } = useMe();
  const builder = roleAllows(role, "builder");
  const automations = useQuery(trpc.automations.list.queryOptions({}, { enabled: builder, staleTime: 30_000 }));
  const [text, setText] = useState(filter.q ?? "");

  useEffect(() => setText(filter.q ?? ""), [filter.q]);
  useEffect(() => {
    if (text.trim() === (filter.q ?? "")) return;
    const timer = setTimeout(() => onChange({ q: text.trim() || undefined }), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, filter.q, onChange]);

  return (
    <search aria-label={t("label")} className="flex flex-wrap items-center gap-2 px-6 py-3">
      <div className="relative w-72 max-w-full">
        <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted-foreground" />
        <Input
          type="search"
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t("search")}
          aria-label={t("search")}
          className="pl-8"
        />
      </div>
      {filter.tab === "all" && (
        <FilterChip
          label={t("status")}
          value={filter.status}
          options={STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))}
          onChange={(status) => onChange({ status })}
        />
      )}
      {builder && (
        <FilterChip
          label={t("automation")}
          value={filter.automation}
          options={(automations.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(automation) => onChange({ automation })}
        />
      )}
      <FilterChip
        label={t("trigger")}
        value={filter.trigger}
        options={TRIGGERS.map((value) => ({ value, label: t(`triggers.${value}`) }))}
        onChange={(trigger) => onChange({ trigger })}
      />
      <FilterChip
        label={t("time")}
        value={filter.time}
        options={TIMES.map((value) => ({ value, label: t(`times.${value}`) }))}
        onChange={(time) => onChange({ time })}
      />
      {filter.tab === "all" && builder && (
        <FilterChip
          label={t("mode")}
          value={filter.mode}
          options={MODES.map((value) => ({ value, label: t(`modes.${value}`) }))}
          onChange={(mode) => onChange({ mode })}
        />
      )}
      {isFiltered(filter) && (
        <Button
          size="sm"
          variant="ghost"
          onClick={() =>
            onChange({
              status: undefined,
              automation: undefined,
              trigger: undefined,
              mode: undefined,
              time: undefined,
              q: undefined,
            })
          }
        >
          {t("clear")}
        </Button>
      )}
      {actions}
      {count && (
        <span className="ml-auto text-xs text-muted-foreground tabular-nums">
          {page("count", { count: count.count, more: String(count.more) })}
        </span>
      )}
    </search>
  );
}

interface FilterBarProps {
  filter: ListFilter;
  onChange: (change: Partial<ListFilter>) => void;
  count: { count: number; more: boolean } | undefined;
  /** What can be done with what is found. */
  actions?: ReactNode;
}
