"use client";

import { Diamond } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** Who decided what of a run, and when. */
export function DecisionNotes({ run }: { run: ExecutionDetail }) {
  const t = useTranslations("executions.decision");
  const format = useFormatter();
  if (run.decisions.length === 0) return null;
  return (
    <ul aria-label={t("notes")} className="mt-2 space-y-1 px-1 text-[0.8125rem] text-muted-foreground">
      {run.decisions.map(({ at, by, choice, effect }) => (
        <li key={at} className="flex items-center gap-2">
          <Diamond aria-hidden className="size-3.5 shrink-0 text-state-decision" />
          {t(`note.${effect === null && choice === "again" ? "tryAgain" : choice}`, {
            who: by?.name ?? t("script"),
            step: run.document.nodes.find(({ id }) => id === effect?.nodeId)?.label ?? "",
            at: format.dateTime(new Date(at), { dateStyle: "medium", timeStyle: "short" }),
          })}
        </li>
      ))}
    </ul>
  );
}
