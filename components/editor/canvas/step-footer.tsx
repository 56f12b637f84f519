"use client";

import { useFormatter, useTranslations } from "next-intl";
import { tellingValue } from "@/components/editor/canvas/telling-value";
import type { JournalStep } from "@/core/execution/journal";

/** Under a card after a run: its most telling value, how long it took and its instructions. */
export function StepFooter({ step }: { step: JournalStep }) {
  const t = useTranslations("editor.card");
  const format = useFormatter();
  const value = tellingValue(step.output);
  const seconds = format.number(step.durationMs / 1_000, { maximumFractionDigits: 2 });
  return (
    <div className="pointer-events-none absolute top-full right-14 left-1 flex h-6 items-center gap-2 text-[11px] text-muted-foreground tabular-nums">
      {step.status === "running" ? (
        <span className="text-state-running">{t("running")}</span>
      ) : (
        <span className="shrink-0">{t("took", { seconds, statements: step.statements })}</span>
      )}
      {value && step.status === "succeeded" && <span className="truncate text-foreground/80">→ {value}</span>}
    </div>
  );
}
