"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCallback, useEffect } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { RecordPicker } from "@/components/records/record-picker";
import { useTRPC } from "@/components/trpc";
import type { ListedRecord } from "@/server/records/list-records";

/** Chooses the record a test runs with: the newest one, until another is chosen. */
export function TestRecordPicker({ module, className }: { module: string; className?: string }) {
  const t = useTranslations("editor.run");
  const trpc = useTRPC();
  const store = useEditorStore();
  const chosen = useEditor((state) => state.testRecord);
  const { data } = useQuery(trpc.records.list.queryOptions({ module, limit: 1 }));
  const newest = data?.records[0];
  const current = chosen?.module === module ? chosen : null;

  const choose = useCallback(
    ({ record, name }: ListedRecord) => store.getState().show({ testRecord: { module, record, name } }),
    [module, store],
  );

  useEffect(() => {
    if (!current && newest) choose(newest);
  }, [newest, current, choose]);

  return (
    <RecordPicker
      ariaLabel={t("recordPicker")}
      chosen={current}
      className={className}
      emptyText={t("noRecord")}
      module={module}
      onChoose={choose}
      placeholder={t("chooseRecord")}
    />
  );
}
