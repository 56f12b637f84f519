"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { LoadMore } from "@/components/records/load-more";
import { TimelineEntry } from "@/components/records/timeline-entry";
import { useTRPC } from "@/components/trpc";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import type { CrmModule } from "@/core/records/field-types";

/** What changed this record, and why: newest first, each automation's change with a way to its run. */
export function RecordTimeline({ crmModule, recordId }: { crmModule: CrmModule; recordId: string }) {
  const t = useTranslations("records.timeline");
  const trpc = useTRPC();
  const timeline = useInfiniteQuery(
    trpc.records.timeline.infiniteQueryOptions(
      { id: recordId },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const pages = timeline.data?.pages ?? [];
  const lookups = Object.assign({}, ...pages.map((page) => page.lookups)) as Record<string, string>;
  return (
    <section aria-labelledby="timeline-title" className="rounded-xl border border-border bg-card shadow-card">
      <h2 id="timeline-title" className="px-4 pt-3.5 pb-1 text-[0.8125rem] font-semibold">
        {t("title")}
      </h2>
      {timeline.isPending && (
        <div className="flex flex-col gap-3 p-4">
          <Skeleton className="h-9" />
          <Skeleton className="h-9" />
        </div>
      )}
      {timeline.error && <ErrorState error={timeline.error} onRetry={timeline.refetch} className="py-8" />}
      {pages[0]?.touchedByAutomation === false && (
        <p className="px-4 pt-1 text-xs text-muted-foreground">
          {t("untouched", { singular: crmModule.singular.toLowerCase() })}
        </p>
      )}
      <ol className="px-4 py-3">
        {pages.flatMap((page) =>
          page.entries.map((entry) => (
            <TimelineEntry key={entry.id} crmModule={crmModule} entry={entry} lookups={lookups} />
          )),
        )}
      </ol>
      <LoadMore query={timeline} />
    </section>
  );
}
