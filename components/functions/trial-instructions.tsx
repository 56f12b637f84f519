"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";

/** How much of its instructions the function used. */
export function TrialInstructions({ used, limit }: { used: number; limit: number }) {
  const t = useTranslations("functions.result");
  const share = Math.min(used / limit, 1);
  return (
    <div className="flex max-w-md flex-col gap-2">
      <p className="text-[0.8125rem] font-medium tabular-nums">{t("instructions", { used, limit })}</p>
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-muted">
        <div
          className={cn("h-full rounded-full", share > 0.8 ? "bg-state-failed" : "bg-state-succeeded")}
          style={{ width: `${Math.max(share * 100, 0.5)}%` }}
        />
      </div>
      <p className="text-xs text-muted-foreground">{t("instructionsHelp", { limit })}</p>
    </div>
  );
}
