"use client";

import { MoreHorizontal, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeleteRecordDialog } from "@/components/records/delete-record-dialog";
import { PressDialogs } from "@/components/records/press/press-dialogs";
import { useButtons } from "@/components/records/press/use-buttons";
import { usePress } from "@/components/records/press/use-press";
import type { TableRecord } from "@/components/records/records-table";
import { Button } from "@/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import type { CrmModule } from "@/core/records/field-types";

/** What can be done with a row: its buttons first, then open, edit and delete. */
export function RowMenu({ crmModule, row }: { crmModule: CrmModule; row: TableRecord }) {
  const t = useTranslations("records");
  const router = useRouter();
  const [isDeleting, setDeleting] = useState(false);
  const buttons = useButtons(crmModule.apiName);
  const { id } = row.record;
  const target = { crmModule, recordId: id, recordName: row.name };
  const press = usePress({ target });
  const href = `/records/${crmModule.apiName}/${id}`;
  return (
    <>
      <DropdownMenu
        trigger={
          <Button
            variant="ghost"
            size="sm"
            aria-label={t("rowActions", { name: row.name })}
            loading={press.running !== null}
            className="px-1.5 opacity-0 group-hover:opacity-100 focus-visible:opacity-100 aria-busy:opacity-100 data-[state=open]:opacity-100"
          >
            <MoreHorizontal aria-hidden />
          </Button>
        }
      >
        {buttons.length > 0 && (
          <>
            <DropdownMenuLabel>{t("runOn", { name: row.name })}</DropdownMenuLabel>
            {buttons.map((button) => (
              <DropdownMenuItem key={button.key} onSelect={() => press.ask(button)}>
                <Play aria-hidden />
                {button.label}
              </DropdownMenuItem>
            ))}
            <DropdownMenuSeparator />
          </>
        )}
        <DropdownMenuItem onSelect={() => router.push(href)}>{t("open")}</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => router.push(`${href}?edit=`)}>{t("edit")}</DropdownMenuItem>
        <DropdownMenuItem danger onSelect={() => setDeleting(true)}>
          {t("delete")}
        </DropdownMenuItem>
      </DropdownMenu>
      <PressDialogs press={press} />
      <DeleteRecordDialog
        crmModule={crmModule}
        record={{ id, name: row.name }}
        open={isDeleting}
        onOpenChange={setDeleting}
      />
    </>
  );
}
