"use client";

import { Globe, type LucideIcon, Sparkles, UserRound, Workflow } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDisplayValue } from "@/components/records/use-display-value";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { StateGlyph } from "@/components/ui/state-glyph";
import { type ExecutionStatus, isFinal } from "@/core/execution/statuses";
import type { CrmModule } from "@/core/records/field-types";

type Value = string | number | boolean | null;

interface TimelineEntryProps {
  crmModule: CrmModule;
  entry: {
    kind: "created" | "updated" | "deleted" | "ran";
    at: Date;
    changes: Record<string, { from: Value; to: Value }>;
    source: "page" | "api" | "automation" | "demo";
    person: string | null;
    execution: {
      id: string;
      automation: string | null;
      status: ExecutionStatus;
      handledFailures: number;
      mayOpen: boolean;
    } | null;
  };
  lookups: Record<string, string>;
}

const ICONS: Record<TimelineEntryProps["entry"]["source"], LucideIcon> = {
  page: UserRound,
  api: Globe,
  automation: Workflow,
  demo: Sparkles,
};

/** One change: who or what, which fields from what to what, and the run it came from. */
export function TimelineEntry({ crmModule, entry, lookups }: TimelineEntryProps) {
  const t = useTranslations("records.timeline");
  const common = useTranslations("records");
  const display = useDisplayValue();
  const { execution, source, person } = entry;
  const Icon = ICONS[source];
  const who = t(`who.${source}`, {
    person: person ?? common("somebody"),
    automation: execution?.automation ?? t("deletedAutomation"),
  });
  const isRunning = entry.kind === "ran" && execution !== null && !isFinal(execution.status);
  const fields = entry.kind === "updated" ? crmModule.fields.filter(({ apiName }) => entry.changes[apiName]) : [];
  return (
    <li className="relative flex gap-3 pb-4 last:pb-1">
      <span
        aria-hidden
        className={cn(
          "mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-full border border-border bg-muted [&_svg]:size-3.5",
          source === "automation" ? "text-category-functions" : "text-muted-foreground",
        )}
      >
        <Icon />
      </span>
      <div className="min-w-0 flex-1 text-[0.8125rem]">
        <p>
          {t(isRunning ? "running" : entry.kind, { who, count: fields.length })}{" "}
          <span className="text-xs whitespace-nowrap text-muted-foreground">
            <RelativeTime at={entry.at} />
          </span>
        </p>
        {fields.length > 0 && (
          <ul className="mt-0.5 text-xs text-muted-foreground">
            {fields.map((field) => {
              const change = entry.changes[field.apiName];
              return (
                <li key={field.apiName} className="break-words">
                  {common("changedFromTo", {
                    field: field.label,
                    from: display(field, change?.from, lookups) || common("emptyValue"),
                    to: display(field, change?.to, lookups) || common("emptyValue"),
                  })}
                </li>
              );
            })}
          </ul>
        )}
        {execution && (entry.kind === "ran" || execution.status !== "succeeded" || execution.handledFailures > 0) && (
          <p className="mt-0.5 text-xs">
            <StateGlyph state={execution.status} handledFailures={execution.handledFailures} size={14} />
          </p>
        )}
        {execution?.mayOpen && (
          <p className="mt-0.5 text-xs">
            <Link href={`/executions/${execution.id}`} className="rounded text-primary hover:underline dark:text-ring">
              {person ? t("seeRunFor", { person }) : t("seeRun")}
            </Link>
          </p>
        )}
      </div>
    </li>
  );
}
