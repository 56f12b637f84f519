"use client";

import { useTranslations } from "next-intl";
import type { DataSource } from "@/components/editor/data/use-data-in";
import { BLANK_CRITERIA, CriteriaForm } from "@/components/editor/fields/criteria-form";
import { heldValue } from "@/components/editor/fields/held-value";
import { NamedValuesField } from "@/components/editor/fields/named-values-field";
import { DirectionSelect } from "@/components/editor/fields/sort-field";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import { WithSources } from "@/components/editor/fields/with-sources";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ListOperation } from "@/core/nodes/config-shapes";
import { Criteria } from "@/core/values/criteria";
import type { Json } from "@/core/values/json";

interface OperationFormProps {
  kind: ListOperation["kind"];
  row: Record<string, Json>;
  path: string;
  /** `item`, which stands for the list's item in the formulas of a change. */
  sources: DataSource[];
}

/** The settings of one change of a list. */
export function OperationForm({ kind, row, path, sources }: OperationFormProps) {
  const t = useTranslations("editor.operations");
  const { set } = useStepForm();
  const when = Criteria.safeParse(row.when);
  if (kind === "limit") {
    return (
      <FormField label={t("count")}>
        {(control) => (
          <Input
            {...control}
            max={10_000}
            min={1}
            onChange={(event) => event.target.value && set(`${path}.count`, Number(event.target.value))}
            type="number"
            value={typeof row.count === "number" ? row.count : ""}
          />
        )}
      </FormField>
    );
  }
  return (
    <>
      {kind === "join" && <Part label={t("with")} path={`${path}.with`} row={row} />}
      <WithSources sources={sources}>
        {kind === "filter" && (
          <CriteriaForm path={`${path}.when`} when={when.success ? when.data : Criteria.parse(BLANK_CRITERIA)} />
        )}
        {kind === "map" && <NamedValuesField label={t("values")} path={`${path}.values`} />}
        {(kind === "sort" || kind === "group" || kind === "unique") && (
          <Part label={t(`by.${kind}`)} path={`${path}.by`} row={row} />
        )}
        {kind === "sort" && (
          <DirectionSelect
            label={t("direction")}
            onChange={(next) => set(`${path}.direction`, next)}
            value={row.direction === "descending" ? "descending" : "ascending"}
          />
        )}
        {kind === "join" && (
          <>
            <Part label={t("left")} path={`${path}.left`} row={row} />
            <Part help={t("rightHelp")} label={t("right")} path={`${path}.right`} row={row} />
            <Select
              ariaLabel={t("keep")}
              onChange={(keep) => set(`${path}.keep`, keep)}
              options={[
                { value: "matching", label: t("keepMatching") },
                { value: "all", label: t("keepAll") },
              ]}
              value={row.keep === "all" ? "all" : "matching"}
            />
          </>
        )}
      </WithSources>
    </>
  );
}

function Part({ label, help, path, row }: { label: string; help?: string; path: string; row: Record<string, Json> }) {
  const { set } = useStepForm();
  const held = heldValue(row[path.slice(path.lastIndexOf(".") + 1)]);
  const isBlank = held?.kind === "expression" && held.code.trim() === "";
  return (
    <ValueField
      help={help}
      kind="text"
      label={label}
      onChange={(value) => set(path, value ?? { kind: "expression", code: "" })}
      path={path}
      required
      value={isBlank ? undefined : held}
    />
  );
}
