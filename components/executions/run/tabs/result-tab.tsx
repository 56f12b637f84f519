"use client";

import { useTranslations } from "next-intl";
import { FileChips } from "@/components/ui/file-chips";
import { JsonView } from "@/components/ui/json-view";
import type { JournalStep } from "@/core/execution/journal";

/** What the step gave. */
export function ResultTab({ step }: { step: JournalStep }) {
  const t = useTranslations("executions.panel");
  return (
    <div className="space-y-3 text-[0.8125rem]">
      {step.handle && (
        <p>
          {t("took")} <strong className="font-medium">{step.handle}</strong>
        </p>
      )}
      {step.output === null ? (
        <p className="text-muted-foreground">{t("noResult")}</p>
      ) : (
        <>
          <FileChips value={step.output} />
          <JsonView value={step.output} openDepth={3} />
        </>
      )}
    </div>
  );
}
