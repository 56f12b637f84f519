"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FilterValue } from "@/components/records/filter-value";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { Select } from "@/components/ui/select";
import type { CrmModule } from "@/core/records/field-types";
import { OPERATORS_OF, type RecordFilter, takesNoValue } from "@/core/records/record-filters";

interface FilterEditorProps {
  crmModule: CrmModule;
  /** The filter to change; left out for a new one. */
  filter?: RecordFilter;
  onApply: (filter: RecordFilter) => void;
}

/** Field, operator and value of one filter. */
export function FilterEditor({ crmModule, filter, onApply }: FilterEditorProps) {
  const t = useTranslations("records.filters");
  const [draft, setDraft] = useState<Partial<RecordFilter>>(filter ?? {});
  const field = crmModule.fields.find(({ apiName }) => apiName === draft.field);
  const operator = field && OPERATORS_OF[field.type].find((one) => one === draft.operator);
  const hasValue =
    draft.value !== undefined && draft.value !== "" && (!Array.isArray(draft.value) || draft.value.length > 0);
  const complete = field && operator && (takesNoValue(operator) || hasValue);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!complete) return;
    const value = takesNoValue(operator) ? {} : { value: draft.value };
    onApply({ field: field.apiName, operator, ...value });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <Combobox
        ariaLabel={t("field")}
        placeholder={t("field")}
        value={draft.field ?? null}
        options={crmModule.fields.map(({ apiName, label }) => ({ value: apiName, label }))}
        onChange={(name) => {
          const next = crmModule.fields.find(({ apiName }) => apiName === name);
          if (next)
            setDraft({
              field: name,
              operator: OPERATORS_OF[next.type][0],
              value: next.type === "yes-no" ? true : undefined,
            });
        }}
      />
      {field && operator && (
        <Select
          ariaLabel={t("operator")}
          value={operator}
          options={OPERATORS_OF[field.type].map((one) => ({ value: one, label: t(`operators.${one}`) }))}
          onChange={(one) => setDraft({ ...draft, operator: one })}
        />
      )}
      {field && operator && !takesNoValue(operator) && (
        <FilterValue field={field} value={draft.value} onChange={(value) => setDraft({ ...draft, value })} />
      )}
      <Button type="submit" variant="primary" disabled={!complete} className="self-end">
        {t("apply")}
      </Button>
    </form>
  );
}
