"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDisplayValue } from "@/components/records/use-display-value";
import type { SaveConflict } from "@/components/records/use-save-record";
import { Button } from "@/components/ui/button";
import type { CrmModule } from "@/core/records/field-types";

interface ConflictNoticeProps {
  crmModule: CrmModule;
  conflict: SaveConflict;
  lookups: Record<string, string>;
  onTakeTheirs: () => void;
  onKeepMine: () => void;
}

/** Someone else saved first: what they changed, and whose values shall stand. */
export function ConflictNotice({ crmModule, conflict, lookups, onTakeTheirs, onKeepMine }: ConflictNoticeProps) {
  const t = useTranslations("records");
  const display = useDisplayValue();
  const changed = crmModule.fields.flatMap((field) => {
    const change = conflict.changes[field.apiName];
    return change ? { field, change } : [];
  });
  return (
    <div
      role="alert"
      className="flex gap-3 rounded-t-xl border-b border-state-handled/40 bg-state-handled/10 px-5 py-3 text-[0.8125rem]"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-state-handled" />
      <div className="min-w-0 flex-1">
        <p className="font-medium">{t("conflict", { name: conflict.by ?? t("somebody") })}</p>
        <ul className="mt-1 text-muted-foreground">
          {changed.map(({ field, change }) => (
            <li key={field.apiName}>
              {t("changedFromTo", {
                field: field.label,
                from: display(field, change.from, lookups) || t("emptyValue"),
                to: display(field, change.to, lookups) || t("emptyValue"),
              })}
            </li>
          ))}
        </ul>
        <div className="mt-2 flex gap-2">
          <Button size="sm" onClick={onKeepMine}>
            {t("keepMine")}
          </Button>
          <Button size="sm" variant="ghost" onClick={onTakeTheirs}>
            {t("takeTheirs")}
          </Button>
        </div>
      </div>
    </div>
  );
}
