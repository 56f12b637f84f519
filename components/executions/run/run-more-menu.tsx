"use client";

import { Copy, Download, Ellipsis, Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { shortId } from "@/core/execution/short-id";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** What one rarely does with a run: copy its link or id, take it away as JSON. */
export function RunMoreMenu({ run }: { run: ExecutionDetail }) {
  const t = useTranslations("executions.actions");
  const copy = (text: string) => void navigator.clipboard.writeText(text).then(() => toast.success(t("copied")));
  return (
    <DropdownMenu
      trigger={
        <IconButton label={t("more")} variant="outline">
          <Ellipsis aria-hidden />
        </IconButton>
      }
    >
      <DropdownMenuItem onSelect={() => copy(`${window.location.origin}/executions/${run.id}`)}>
        <Link2 aria-hidden />
        {t("copyLink")}
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => copy(run.id)}>
        <Copy aria-hidden />
        {t("copyId")}
      </DropdownMenuItem>
      <DropdownMenuItem onSelect={() => download(run)}>
        <Download aria-hidden />
        {t("download")}
      </DropdownMenuItem>
    </DropdownMenu>
  );
}

function download(run: ExecutionDetail): void {
  const { context: _context, ...facts } = run;
  const url = URL.createObjectURL(new Blob([JSON.stringify(facts, null, 2)], { type: "application/json" }));
  const link = window.document.createElement("a");
  link.href = url;
  link.download = `run-${shortId(run.id)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
