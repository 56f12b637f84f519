"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { FieldValue } from "@/components/records/field-value";
import { useDisplayValue } from "@/components/records/use-display-value";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import type { CrmModule, CrmRecord } from "@/core/records/field-types";

/** Fields that changed a moment ago, with what they held before. */
export type Flashes = Record<string, { from: string | number | boolean | null }>;

interface RecordFieldsProps {
  crmModule: CrmModule;
  record: CrmRecord;
  lookups: Record<string, string>;
  flashes: Flashes;
  onEdit: (field: string) => void;
}

/** The fields of a record to read, in two columns; a pencil or a double click edits. */
export function RecordFields({ crmModule, record, lookups, flashes, onEdit }: RecordFieldsProps) {
  const t = useTranslations("records");
  const display = useDisplayValue();
  return (
    <dl className="grid grid-cols-1 gap-x-8 p-5 md:grid-cols-2">
      {crmModule.fields.map((field) => {
        const flash = flashes[field.apiName];
        const before = flash && display(field, flash.from, lookups);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the pencil does the same for keyboards
          <div
            key={field.apiName}
            onDoubleClick={() => onEdit(field.apiName)}
            data-changed={flash ? true : undefined}
            className={cn(
              "group flex min-h-9 items-start gap-3 border-b border-border/60 py-2 transition-colors duration-700",
              field.type === "multi-line" && "md:col-span-2",
              flash && "-mx-2 rounded-md border-transparent bg-state-succeeded/12 px-2",
            )}
          >
            <dt className="w-36 shrink-0 text-[0.8125rem] text-muted-foreground">{field.label}</dt>
            <dd className="flex min-w-0 flex-1 items-start gap-2 text-[0.8125rem]">
              <span className="min-w-0 flex-1 break-words">
                {flash && (
                  <span className="mr-2 text-muted-foreground">
                    <span className="sr-only">{t("was")} </span>
                    <s>{before || t("emptyValue")}</s>
                  </span>
                )}
                <FieldValue field={field} value={record[field.apiName]} lookups={lookups} />
              </span>
              <IconButton
                size="sm"
                label={t("editField", { label: field.label })}
                className="-my-0.5 opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
                onClick={() => onEdit(field.apiName)}
              >
                <Pencil />
              </IconButton>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
