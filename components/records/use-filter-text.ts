"use client";

import { useTranslations } from "next-intl";
import { useDisplayValue } from "@/components/records/use-display-value";
import type { CrmModule } from "@/core/records/field-types";
import type { RecordFilter } from "@/core/records/record-filters";

/** @returns a function that writes a filter as a person says it: "Lead Status is New or Lost". */
export function useFilterText(): (
  crmModule: CrmModule,
  filter: RecordFilter,
  lookups: Record<string, string>,
) => string {
  const t = useTranslations("records.filters");
  const display = useDisplayValue();
  return (crmModule, { field: name, operator, value }, lookups) => {
    const field = crmModule.fields.find(({ apiName }) => apiName === name);
    if (!field) return name;
    const values = [value ?? []].flat().map((one) => display(field, one, lookups));
    return t(`sentences.${operator}`, {
      field: field.label,
      value: values.join(t("or")),
      kind: field.type.startsWith("date") ? "date" : "other",
    });
  };
}
