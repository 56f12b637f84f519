"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxRow } from "@/components/records/checkbox-row";
import type { ListPreferences } from "@/components/records/use-list-preferences";
import { Popover } from "@/components/ui/popover";
import type { CrmModule } from "@/core/records/field-types";

interface ColumnsMenuProps {
  crmModule: CrmModule;
  preferences: ListPreferences;
  trigger: ReactNode;
}

/** Which fields the list shows beside the name. */
export function ColumnsMenu({ crmModule, preferences, trigger }: ColumnsMenuProps) {
  const t = useTranslations("records");
  const shown = new Set(preferences.columns.map((field) => field.apiName));
  const toggle = (apiName: string) => {
    const next = new Set(shown);
    if (!next.delete(apiName)) next.add(apiName);
    preferences.setColumns([...next]);
  };
  return (
    <Popover trigger={trigger} align="end" ariaLabel={t("columns")} className="max-h-96 w-60">
      <p className="pb-2 text-xs font-medium text-muted-foreground">{t("columns")}</p>
      <ul className="flex flex-col gap-1.5">
        {crmModule.fields
          .filter((field) => !crmModule.nameFields.includes(field.apiName))
          .map(({ apiName, label }) => (
            <CheckboxRow key={apiName} label={label} checked={shown.has(apiName)} onChange={() => toggle(apiName)} />
          ))}
      </ul>
    </Popover>
  );
}
