"use client";

import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "@/components/trpc";
import { Combobox } from "@/components/ui/combobox";
import type { ControlAttributes } from "@/components/ui/form-field";
import type { ListedRecord } from "@/server/records/list-records";

interface RecordPickerProps extends Partial<ControlAttributes> {
  /** API name of the record type. */
  module: string;
  chosen: Pick<ListedRecord, "record" | "name"> | null;
  onChoose: (record: ListedRecord) => void;
  ariaLabel?: string;
  placeholder?: string;
  emptyText?: string;
  className?: string;
}

const OFFERED = 20;

/** Chooses one record of a type by typing part of it; the newest ones are offered first. */
export function RecordPicker({ module, chosen, onChoose, ...control }: RecordPickerProps) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState("");
  const search = useDeferredValue(typed.trim());
  const { data, isFetching } = useQuery(
    trpc.records.list.queryOptions(
      { module, limit: OFFERED, search: search || undefined },
      { placeholderData: (before) => before },
    ),
  );
  const records = data?.records ?? [];
  return (
    <Combobox
      {...control}
      value={chosen?.record.id ?? null}
      valueLabel={chosen?.name}
      options={records.map(({ record, name }) => ({
        value: record.id,
        label: name,
        hint: typeof record.Email === "string" ? record.Email : undefined,
      }))}
      loading={isFetching}
      onSearch={setTyped}
      onChange={(id) => {
        const found = records.find(({ record }) => record.id === id);
        if (found) onChoose(found);
      }}
    />
  );
}
