"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CallerProblems } from "@/components/functions/caller-problems";
import { Badge } from "@/components/ui/badge";
import { Checkbox } from "@/components/ui/checkbox";
import type { CheckedCaller } from "@/server/functions/check-callers";

interface CallerListProps {
  callers: readonly CheckedCaller[];
  /** The version they would take. */
  version: number;
  /** The automations to publish again. */
  chosen: ReadonlySet<string>;
  onChoose: (automationId: string, chosen: boolean) => void;
}

/** Live automations that call a function: what they hold, whether the version works in them, and which take it at once. */
export function CallerList({ callers, version, chosen, onChoose }: CallerListProps) {
  const t = useTranslations("functions.callers");
  return (
    <ul className="divide-y divide-border rounded-lg border border-border">
      {callers.map((caller) => (
        <li key={caller.automationId} className="flex flex-col gap-1 px-3 py-2 text-[0.8125rem]">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            {caller.outcome === "works" ? (
              <CircleCheck aria-hidden className="size-4 shrink-0 text-state-succeeded" />
            ) : (
              <TriangleAlert aria-hidden className="size-4 shrink-0 text-state-failed" />
            )}
            <span className="min-w-0">
              <Link
                href={`/automations/${caller.automationId}`}
                target="_blank"
                className="font-medium underline-offset-4 hover:underline"
              >
                {caller.name}
              </Link>{" "}
              <span className="text-muted-foreground">
                {t("holds", { number: caller.number, version: caller.holds })}
              </span>
            </span>
            {caller.paused && <Badge tone="waiting">{t("paused")}</Badge>}
            {caller.outcome === "works" ? (
              <span className="ml-auto flex items-center gap-2 whitespace-nowrap">
                <Checkbox
                  id={`republish-${caller.automationId}`}
                  checked={chosen.has(caller.automationId)}
                  onCheckedChange={(checked) => onChoose(caller.automationId, checked === true)}
                  aria-label={t("republishOf", { name: caller.name, version })}
                />
                <label htmlFor={`republish-${caller.automationId}`}>{t("republish", { version })}</label>
              </span>
            ) : (
              <span className="ml-auto text-state-failed">{t(caller.outcome)}</span>
            )}
          </div>
          {caller.outcome === "works" && caller.changed && (
            <p className="pl-6 text-xs text-muted-foreground">{t("draftStays")}</p>
          )}
          {caller.problems.length > 0 && <CallerProblems caller={caller} />}
        </li>
      ))}
    </ul>
  );
}
