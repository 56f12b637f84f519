"use client";

import { useTranslations } from "next-intl";
import { Combobox } from "@/components/ui/combobox";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import type { FunctionSignature } from "@/core/compiler/program";
import type { CrmModule } from "@/core/records/field-types";
import type { ArgumentSource } from "@/server/functions/attach-to-button";
import type { ListedRecord } from "@/server/records/list-records";

interface ArgumentSourceRowProps {
  parameter: FunctionSignature["parameters"][number];
  module: CrmModule;
  /** Shows what a choice means. */
  example: ListedRecord | null;
  source: ArgumentSource | null;
  missing: boolean;
  onChange: (source: ArgumentSource | null) => void;
}

const RECORD = "record";
const FIXED = "fixed";
const EMPTY = "empty";

/** What one argument is filled in from: a field, the whole record, or a fixed text. */
export function ArgumentSourceRow(props: ArgumentSourceRowProps) {
  const t = useTranslations("functions.attach");
  const { parameter, module, source, missing, onChange } = props;
  const fields = [{ apiName: "id", label: "ID" }, ...module.fields];
  const options = [
    ...fields.map(({ apiName, label }) => ({ value: `field.${apiName}`, label, hint: apiName })),
    { value: RECORD, label: t("wholeRecord", { module: module.singular }) },
    { value: FIXED, label: t("fixed") },
    ...(parameter.optional ? [{ value: EMPTY, label: t("leaveEmpty") }] : []),
  ];
  const choose = (value: string) => {
    if (value === RECORD) onChange({ from: "record" });
    else if (value === FIXED) onChange({ from: "fixed", value: "" });
    else if (value === EMPTY) onChange(null);
    else onChange({ from: "field", field: value.slice("field.".length) });
  };
  return (
    <FormField
      label={<span className="font-mono text-xs">{parameter.name}</span>}
      required={!parameter.optional}
      hint={<Example {...props} />}
      error={missing ? t("missing") : undefined}
    >
      {(control) => (
        <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)] gap-2">
          <Combobox {...control} value={chosenValue(source, parameter.optional)} options={options} onChange={choose} />
          {source?.from === "fixed" && (
            <Input
              aria-label={t("fixed")}
              value={String(source.value ?? "")}
              onChange={(event) => onChange({ from: "fixed", value: event.target.value })}
            />
          )}
        </div>
      )}
    </FormField>
  );
}

function Example({ source, example, parameter }: ArgumentSourceRowProps) {
  const t = useTranslations("functions.attach");
  if (source?.from !== "field" || !example) return <span className="font-mono">{parameter.type}</span>;
  const value = example.record[source.field] ?? null;
  return value === null || value === ""
    ? t("exampleEmpty", { record: example.name })
    : t("example", { value: String(value) });
}

function chosenValue(source: ArgumentSource | null, optional: boolean): string | null {
  if (source === null) return optional ? EMPTY : null;
  return source.from === "field" ? `field.${source.field}` : source.from;
}
