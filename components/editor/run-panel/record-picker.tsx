"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useEffect, useState } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useTRPC } from "@/components/trpc";
import { Combobox } from "@/components/ui/combobox";

/** How many of the newest records are offered before one searches. */
const NEWEST = 5;

/** Chooses the record a test runs with: one of the newest, or one found by its words. */
export function RecordPicker({ module, className }: { module: string; className?: string }) {
  const t = useTranslations("editor.run");
  const trpc = useTRPC();
  const store = useEditorStore();
  const chosen = useEditor((state) => state.testRecord);
  const [search, setSearch] = useState("");
  const text = useDeferredValue(search.trim());
  const found = useQuery(
    trpc.records.list.queryOptions(
      { module, limit: text ? 20 : NEWEST, ...(text && { search: text }) },
      { placeholderData: (before) => before },
    ),
  );
  const records = found.data?.records;
  const current = chosen?.module === module ? chosen : null;

  useEffect(() => {
    const first = records?.[0];
    if (!current && first) store.getState().show({ testRecord: { module, record: first.record, name: first.name } });
  }, [records, current, module, store]);

  return (
    <Combobox
      ariaLabel={t("recordPicker")}
      className={className}
      emptyText={t("noRecord")}
      loading={found.isFetching}
      onChange={(id) => {
        const next = records?.find(({ record }) => record.id === id);
        if (next) store.getState().show({ testRecord: { module, record: next.record, name: next.name } });
      }}
      onSearch={setSearch}
      options={(records ?? []).map(({ record, name }) => ({
        value: record.id,
        label: name,
        hint: typeof record.Email === "string" ? record.Email : undefined,
      }))}
      placeholder={t("chooseRecord")}
      value={current?.record.id ?? null}
      valueLabel={current?.name}
    />
  );
}
