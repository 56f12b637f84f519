"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { type Criteria, type Criterion, isUnary, OPERATORS } from "@/core/values/criteria";

const BLANK_ROW = { left: { kind: "expression", code: "" }, operator: "is" } as const;
export const BLANK_CRITERIA = { kind: "rows", match: "all", rows: [BLANK_ROW] } as const;

/** When something holds: rows that all or any must hold, or a formula. */
export function CriteriaForm({ path, when }: { path: string; when: Criteria }) {
  const t = useTranslations("editor.fields");
  const { set } = useStepForm();
  if (when.kind === "formula") {
    return (
      <>
        <ValueField
          kind="yes-no"
          label={t("when")}
          onChange={(formula) => set(`${path}.formula`, formula ?? BLANK_ROW.left)}
          path={`${path}.formula`}
          value={when.formula}
        />
        <Button
          className="self-start"
          onClick={() => set(path, { kind: "rows", match: "all", rows: [BLANK_ROW] })}
          size="sm"
          variant="ghost"
        >
          {t("criteriaRows")}
        </Button>
      </>
    );
  }
  return (
    <>
      {when.rows.length > 1 && (
        <Select
          ariaLabel={t("match")}
          onChange={(match) => set(`${path}.match`, match)}
          options={[
            { value: "all", label: t("matchAll") },
            { value: "any", label: t("matchAny") },
          ]}
          size="sm"
          value={when.match}
        />
      )}
      {when.rows.map((row, index) => (
        <CriterionRow
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
          key={index}
          onRemove={when.rows.length > 1 ? () => set(`${path}.rows.${index}`, undefined) : undefined}
          path={`${path}.rows.${index}`}
          row={row}
        />
      ))}
      <div className="flex gap-1">
        <Button
          onClick={() => set(`${path}.rows`, [...JSON.parse(JSON.stringify(when.rows)), BLANK_ROW])}
          size="sm"
          variant="ghost"
        >
          <Plus />
          {t("addCriterion")}
        </Button>
        <Button
          onClick={() => set(path, { kind: "formula", formula: { kind: "expression", code: "" } })}
          size="sm"
          variant="ghost"
        >
          {t("criteriaFormula")}
        </Button>
      </div>
    </>
  );
}

function CriterionRow({ row, path, onRemove }: { row: Criterion; path: string; onRemove?: () => void }) {
  const t = useTranslations("editor.fields");
  const operators = useTranslations("nodes.choices.operator");
  const { set } = useStepForm();
  return (
    <div className="flex flex-col gap-1.5 rounded-md bg-muted/60 p-2">
      <ValueField
        kind="text"
        label={t("left")}
        onChange={(value) => set(`${path}.left`, value ?? BLANK_ROW.left)}
        path={`${path}.left`}
        value={blankAsNone(row.left)}
      />
      <div className="flex items-center gap-1">
        <Select
          ariaLabel={t("operator")}
          onChange={(operator) => set(`${path}.operator`, operator)}
          options={OPERATORS.map((operator) => ({ value: operator, label: operators(operator) }))}
          size="sm"
          value={row.operator}
        />
        {onRemove && (
          <IconButton label={t("removeCriterion")} onClick={onRemove} size="sm">
            <X />
          </IconButton>
        )}
      </div>
      {!isUnary(row.operator) && (
        <ValueField
          kind="text"
          label={t("right")}
          onChange={(value) => set(`${path}.right`, value)}
          path={`${path}.right`}
          value={row.right}
        />
      )}
    </div>
  );
}

/** A formula nobody wrote yet looks like an empty field, not like a formula. */
const blankAsNone = (value: Criterion["left"]): Criterion["left"] | undefined =>
  value.kind === "expression" && value.code.trim() === "" ? undefined : value;
