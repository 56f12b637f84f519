"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { CriteriaForm } from "@/components/editor/fields/criteria-form";
import { useStepForm } from "@/components/editor/fields/step-form";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { Branch } from "@/core/nodes/config-fields";

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
      <CriteriaForm path={`${path}.when`} when={branch.when} />
    </fieldset>
  );
}
