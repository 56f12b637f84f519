"use client";

import { useTranslations } from "next-intl";
import { CheckboxRow } from "@/components/records/checkbox-row";
import { LookupControl } from "@/components/records/lookup-control";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { CrmField } from "@/core/records/field-types";
import type { RecordFilter } from "@/core/records/record-filters";

interface FilterValueProps {
  field: CrmField;
  value: RecordFilter["value"];
  onChange: (value: RecordFilter["value"]) => void;
}

/** The control for what a field is compared with. */
export function FilterValue({ field, value, onChange }: FilterValueProps) {
  const t = useTranslations("records");
  const label = t("filters.value");
  const text = typeof value === "string" ? value : "";
  switch (field.type) {
    case "yes-no":
      return (
        <Select
          ariaLabel={label}
          value={value === false ? "no" : "yes"}
          options={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
          onChange={(one) => onChange(one === "yes")}
        />
      );
    case "pick-list":
      return <OptionList field={field} value={[value ?? []].flat().map(String)} onChange={onChange} />;
    case "lookup":
      return (
        <LookupControl
          field={field}
          value={text || null}
          valueLabel={undefined}
          onChange={(id) => onChange(id ?? undefined)}
          ariaLabel={label}
        />
      );
    case "number":
    case "currency":
      return (
        <Input
          aria-label={label}
          type="number"
          step="any"
          value={typeof value === "number" ? value : ""}
          onChange={({ target }) => onChange(Number.isNaN(target.valueAsNumber) ? undefined : target.valueAsNumber)}
        />
      );
    case "date":
      return <Input aria-label={label} type="date" value={text} onChange={({ target }) => onChange(target.value)} />;
    case "date-time":
      return (
        <Input
          aria-label={label}
          type="date"
          value={text.slice(0, 10)}
          // A day begins at midnight where the person is.
          onChange={({ target }) => onChange(target.value && new Date(`${target.value}T00:00`).toISOString())}
        />
      );
    default:
      return (
        <Input aria-label={label} value={text} maxLength={255} onChange={({ target }) => onChange(target.value)} />
      );
  }
}

function OptionList({
  field,
  value,
  onChange,
}: {
  field: CrmField;
  value: string[];
  onChange: (value: string[]) => void;
}) {
  return (
    <ul className="flex max-h-60 flex-col gap-1.5 overflow-y-auto py-1">
      {(field.options ?? []).map((option) => (
        <CheckboxRow
          key={option}
          label={option}
          checked={value.includes(option)}
          onChange={(checked) => onChange(checked ? [...value, option] : value.filter((one) => one !== option))}
        />
      ))}
    </ul>
  );
}
