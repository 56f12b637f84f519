"use client";

import { ChevronDown, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RerunDialog } from "@/components/executions/run/rerun-dialog";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuItem, DropdownMenuLabel } from "@/components/ui/dropdown-menu";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** Runs it again with the live version or the one that ran; a preview says first what will be repeated. */
export function RerunMenu({ run }: { run: ExecutionDetail }) {
  const t = useTranslations("executions");
  const [version, setVersion] = useState<"live" | "same" | null>(null);
  const { number, liveNumber } = run.version;
  const ran = number === null ? t("facts.testVersion") : t("facts.version", { number });
  return (
    <>
      <DropdownMenu
        trigger={
          <Button>
            <RotateCw aria-hidden />
            {t("actions.rerun")}
            <ChevronDown aria-hidden />
          </Button>
        }
      >
        <DropdownMenuLabel>{t("actions.rerunHint")}</DropdownMenuLabel>
        {liveNumber !== null && liveNumber !== number && (
          <DropdownMenuItem onSelect={() => setVersion("live")}>
            {t("actions.rerunLive", { number: liveNumber })}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem onSelect={() => setVersion("same")}>
          {t("actions.rerunSame", { version: ran })}
        </DropdownMenuItem>
      </DropdownMenu>
      <RerunDialog run={run} version={version} onClose={() => setVersion(null)} />
    </>
  );
}
