"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { printable } from "@/components/editor/store/printable";
import type { CheckedCaller } from "@/server/functions/check-callers";
import type { RepublishedCaller } from "@/server/functions/republish-callers";

interface RepublishResultsProps {
  results: readonly RepublishedCaller[];
  callers: readonly CheckedCaller[];
}

/** What became of each automation that was to be published again. */
export function RepublishResults({ results, callers }: RepublishResultsProps) {
  const t = useTranslations("functions.callers");
  const sentence = useTranslations("errors");
  const nameOf = (id: string) => callers.find(({ automationId }) => automationId === id)?.name ?? "";
  return (
    <ul aria-label={t("results")} className="divide-y divide-border rounded-lg border border-border">
      {results.map(({ automationId, number, refused }) => (
        <li key={automationId} className="flex items-start gap-2 px-3 py-2 text-[0.8125rem]">
          {refused ? (
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-state-failed" />
          ) : (
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-state-succeeded" />
          )}
          <Link href={`/automations/${automationId}`} className="font-medium underline-offset-4 hover:underline">
            {nameOf(automationId)}
          </Link>
          <span className="min-w-0 flex-1 text-right text-muted-foreground">
            {refused
              ? t("refused", { reason: sentence(refused.code as never, printable(refused.params) as never) })
              : t("published", { number })}
          </span>
        </li>
      ))}
    </ul>
  );
}
