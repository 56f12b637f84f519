"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "@/components/trpc";
import { Combobox } from "@/components/ui/combobox";
import { FormField } from "@/components/ui/form-field";
import type { ListedRecord } from "@/server/records/list-records";

interface RecordPickerProps {
  /** API name of the record type. */
  module: string;
  chosen: ListedRecord | null;
  onChoose: (record: ListedRecord) => void;
}

/** Chooses one record of a type by typing part of it; the newest ones are offered first. */
export function RecordPicker({ module, chosen, onChoose }: RecordPickerProps) {
  const t = useTranslations("functions.test");
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed);
  const { data, isFetching } = useQuery(
    trpc.records.list.queryOptions({ module, limit: 20, search: search.trim() || undefined }),
  );
  const records = data?.records ?? [];
  return (
    <FormField label={t("record")}>
      {(control) => (
        <Combobox
          {...control}
          value={chosen?.record.id ?? null}
          valueLabel={chosen?.name}
          options={records.map(({ record, name }) => ({ value: record.id, label: name }))}
          loading={isFetching}
          onSearch={setTyped}
          onChange={(id) => {
            const found = records.find(({ record }) => record.id === id);
            if (found) onChoose(found);
          }}
        />
      )}
    </FormField>
  );
}
