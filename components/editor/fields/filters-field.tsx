"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FIXED_KIND_OF } from "@/components/editor/fields/fixed-kind-of";
import { heldValue } from "@/components/editor/fields/held-value";
import { rowsAt, textOf } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { fieldOptions, useModuleFields } from "@/components/editor/fields/use-module-fields";
import { ValueField } from "@/components/editor/fields/value-field";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import type { CrmField } from "@/core/records/field-types";
import { FILTER_OPERATORS, type FilterOperator, OPERATORS_OF, takesNoValue } from "@/core/records/record-filters";
import type { Json } from "@/core/values/json";

/** The conditions of a search: field, comparison, value. All of them must hold. */
export function FiltersField({ path, label, help, control }: ConfigFieldProps<"filters">) {
  const t = useTranslations("editor.fields");
  const { node, set } = useStepForm();
  const fields = useModuleFields(control.of);
  const rows = rowsAt(node.config, path);
  const add = () => {
    const first = fields[0];
    if (first) set(path, [...rows, { field: first.apiName, operator: OPERATORS_OF[first.type][0]! }]);
  };
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg border border-border p-3">
      <legend className="px-1 font-medium text-muted-foreground text-xs">{label}</legend>
      {rows.length === 0 && help && <p className="text-muted-foreground text-xs">{help}</p>}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
        <FilterRow fields={fields} key={index} number={index + 1} path={`${path}.${index}`} row={row} />
      ))}
      <Button className="self-start" disabled={fields.length === 0} onClick={add} size="sm" variant="ghost">
        <Plus />
        {t("addFilter")}
      </Button>
    </fieldset>
  );
}

interface FilterRowProps {
  row: Record<string, Json>;
  path: string;
  number: number;
  fields: readonly CrmField[];
}

function FilterRow({ row, path, number, fields }: FilterRowProps) {
  const t = useTranslations("editor.fields");
  const operators = useTranslations("nodes.choices.filterOperator");
  const { set, problemAt } = useStepForm();
  const field = fields.find(({ apiName }) => apiName === row.field);
  const operator = FILTER_OPERATORS.find((one) => one === row.operator) ?? "is";
  const choose = (apiName: string) => {
    const chosen = fields.find((candidate) => candidate.apiName === apiName);
    const fitting: readonly FilterOperator[] = chosen ? OPERATORS_OF[chosen.type] : FILTER_OPERATORS;
    set(path, { field: apiName, operator: fitting.includes(operator) ? operator : fitting[0]! });
  };
  const problem = problemAt(`${path}.field`) ?? problemAt(`${path}.operator`);
  return (
    <div className="flex flex-col gap-1.5 rounded-md bg-muted/60 p-2">
      <div className="grid grid-cols-[minmax(0,1fr)_8.5rem_auto] items-center gap-1">
        <Combobox
          ariaLabel={t("filterField", { number })}
          onChange={choose}
          options={fieldOptions(fields)}
          value={textOf(row.field) || null}
          valueLabel={field?.label}
        />
        <Select
          ariaLabel={t("filterOperator", { number })}
          onChange={(next) => set(`${path}.operator`, next)}
          options={(field ? OPERATORS_OF[field.type] : FILTER_OPERATORS).map((one) => ({
            value: one,
            label: operators(one),
          }))}
          value={operator}
        />
        <IconButton label={t("removeFilter", { number })} onClick={() => set(path, undefined)} size="sm">
          <X />
        </IconButton>
      </div>
      {problem && <p className="text-state-failed text-xs">{problem}</p>}
      {!takesNoValue(operator) && (
        <ValueField
          kind={field ? FIXED_KIND_OF[field.type] : "text"}
          label={t("filterValue", { number })}
          onChange={(value) => set(`${path}.value`, value)}
          options={field?.options}
          path={`${path}.value`}
          value={heldValue(row.value)}
        />
      )}
    </div>
  );
}
