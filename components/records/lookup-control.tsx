"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDeferredValue, useState } from "react";
import { useTRPC } from "@/components/trpc";
import { Combobox } from "@/components/ui/combobox";
import type { ControlAttributes } from "@/components/ui/form-field";
import { IconButton } from "@/components/ui/icon-button";
import type { CrmField } from "@/core/records/field-types";

interface LookupControlProps extends Partial<ControlAttributes> {
  field: CrmField;
  /** The id of the record it points at. */
  value: string | null;
  /** That record's name, where it is known. */
  valueLabel: string | undefined;
  onChange: (id: string | null, name: string | null) => void;
  ariaLabel?: string;
}

const OFFERED = 20;

/** Chooses a record of another type by searching for it. */
export function LookupControl({ field, value, valueLabel, onChange, ...control }: LookupControlProps) {
  const t = useTranslations("records");
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const settled = useDeferredValue(search);
  const module = field.lookupModule ?? "";
  const found = useQuery(
    trpc.records.list.queryOptions(
      { module, search: settled || undefined, sort: { by: "name", direction: "ascending" }, limit: OFFERED },
      { placeholderData: keepPreviousData },
    ),
  );
  const records = found.data?.records ?? [];
  const name = records.find(({ record }) => record.id === value)?.name ?? valueLabel;
  return (
    <div className="flex items-center gap-1">
      <Combobox
        {...control}
        value={value}
        valueLabel={name}
        options={records.map(({ record, name }) => ({ value: record.id, label: name }))}
        onSearch={setSearch}
        loading={found.isFetching}
        placeholder={t("chooseRecord")}
        onChange={(id) => onChange(id, records.find(({ record }) => record.id === id)?.name ?? null)}
      />
      {value && (
        <IconButton label={t("clearField", { label: field.label })} onClick={() => onChange(null, null)}>
          <X />
        </IconButton>
      )}
    </div>
  );
}
