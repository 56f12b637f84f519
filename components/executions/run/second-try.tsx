"use client";

import { RotateCw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";

/** When a run that failed for now is tried a second time. */
export function SecondTry({ at }: { at: Date | null }) {
  const t = useTranslations("executions");
  const format = useFormatter();
  if (!at) return null;
  const time = format.dateTime(at, { hour: "2-digit", minute: "2-digit" });
  return (
    <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-xl border border-state-waiting/40 bg-card px-4 py-3 text-[0.8125rem] shadow-card">
      <RotateCw aria-hidden className="size-4 shrink-0 text-state-waiting" />
      <span className="font-medium">{t("outcome.secondTry", { at: time })}</span>
      <span className="text-muted-foreground">{t("secondTryHint")}</span>
    </p>
  );
}
