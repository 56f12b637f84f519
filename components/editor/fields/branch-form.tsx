"use client";

import { Plus, Trash2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Branch } from "@/core/nodes/config-fields";
import { type Criterion, isUnary, OPERATORS } from "@/core/values/criteria";

interface BranchFormProps {
  branch: Branch;
  number: number;
  path: string;
  onRemove?: () => void;
}

/** One branch: its text on the card, and when it is taken: rows that all or any must hold, or a formula. */
export function BranchForm({ branch, number, path, onRemove }: BranchFormProps) {
  const t = useTranslations("editor.fields");
  const { set } = useStepForm();
  const { when } = branch;
  const asFormula = () => set(`${path}.when`, { kind: "formula", formula: { kind: "expression", code: "" } });
  const asRows = () => set(`${path}.when`, { kind: "rows", match: "all", rows: [BLANK] });
  return (
    <fieldset className="flex flex-col gap-2.5 rounded-lg border border-border p-3">
      <legend className="sr-only">{t("branch", { number })}</legend>
      <div className="flex items-center gap-1.5">
        <Input
          aria-label={t("branchLabel", { number })}
          className="h-7 font-medium"
          maxLength={120}
          onChange={(event) => set(`${path}.label`, event.target.value)}
          placeholder={t("branchPlaceholder", { number })}
          value={branch.label}
        />
        {onRemove && (
          <IconButton label={t("removeBranch", { number })} onClick={onRemove} size="sm">
            <Trash2 />
          </IconButton>
        )}
      </div>
      {when.kind === "rows" ? (
        <>
          {when.rows.length > 1 && (
            <Select
              ariaLabel={t("match")}
              onChange={(match) => set(`${path}.when.match`, match)}
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
              onRemove={when.rows.length > 1 ? () => set(`${path}.when.rows.${index}`, undefined) : undefined}
              path={`${path}.when.rows.${index}`}
              row={row}
            />
          ))}
          <div className="flex gap-1">
            <Button
              onClick={() => set(`${path}.when.rows`, [...JSON.parse(JSON.stringify(when.rows)), BLANK])}
              size="sm"
              variant="ghost"
            >
              <Plus />
              {t("addCriterion")}
            </Button>
            <Button onClick={asFormula} size="sm" variant="ghost">
              {t("criteriaFormula")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <ValueField
            kind="yes-no"
            label={t("when")}
            onChange={(formula) => set(`${path}.when.formula`, formula ?? BLANK.left)}
            path={`${path}.when.formula`}
            value={when.formula}
          />
          <Button className="self-start" onClick={asRows} size="sm" variant="ghost">
            {t("criteriaRows")}
          </Button>
        </>
      )}
    </fieldset>
  );
}

const BLANK = { left: { kind: "expression", code: "" }, operator: "is" } as const;

function CriterionRow({ row, path, onRemove }: { row: Criterion; path: string; onRemove?: () => void }) {
  const t = useTranslations("editor.fields");
  const operators = useTranslations("nodes.choices.operator");
  const { set } = useStepForm();
  return (
    <div className="flex flex-col gap-1.5 rounded-md bg-muted/60 p-2">
      <ValueField
        kind="text"
        label={t("left")}
        onChange={(value) => set(`${path}.left`, value ?? BLANK.left)}
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
