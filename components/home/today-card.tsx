"use client";

import { useQuery } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import Link from "next/link";
import { useNow, useTranslations } from "next-intl";
import { AttentionRow } from "@/components/home/attention-row";
import { startOfDay } from "@/components/home/start-of-day";
import { useMe } from "@/components/shell/use-me";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";

/** Older failures stay in the list of runs. */
const ATTENTION_MS = 7 * 24 * 3_600_000;

/** Today in one sentence, and the newest runs that need a person. */
export function TodayCard() {
  const t = useTranslations("home.today");
  const trpc = useTRPC();
  const { workspace, role } = useMe();
  const from = startOfDay(useNow({ updateInterval: 60_000 }), workspace.timeZone);
  const weekAgo = new Date(from.getTime() - ATTENTION_MS);
  const live = { from, mode: "live" } as const;
  const refresh = { refetchInterval: 15_000 };
  const all = useQuery(trpc.executions.count.queryOptions({ filter: live }, refresh));
  const failed = useQuery(trpc.executions.count.queryOptions({ filter: { ...live, status: "failed" } }, refresh));
  const attention = useQuery(
    trpc.executions.list.queryOptions(
      { filter: { mode: "live", status: "attention", from: weekAgo }, limit: 5 },
      refresh,
    ),
  );

  const error = all.error ?? failed.error ?? attention.error;
  if (error)
    return (
      <ErrorState error={error} onRetry={() => Promise.all([all.refetch(), failed.refetch(), attention.refetch()])} />
    );
  if (!all.data || !failed.data || !attention.data) return <Skeleton className="h-24 rounded-xl" />;
  const quiet = attention.data.items.length === 0;
  const counts = { count: all.data.count, failed: failed.data.count };
  return (
    <section aria-labelledby="today" className="rounded-xl border border-border bg-card shadow-card">
      <header className="flex items-center gap-3 px-5 py-4">
        {quiet && <CircleCheck aria-hidden className="size-5 text-state-succeeded" />}
        <h2 id="today" className="min-w-0 flex-1 text-sm font-semibold">
          {quiet && `${t("quiet")} `}
          <span className={quiet ? "font-normal text-muted-foreground" : undefined}>
            {all.data.count === 0 ? t("none") : t("counts", counts)}
          </span>
        </h2>
        {all.data.count > 0 && (
          <Button asChild size="sm">
            <Link href="/executions">{role === "member" ? t("seeMine") : t("seeAll")}</Link>
          </Button>
        )}
      </header>
      {!quiet && (
        <ul className="divide-y divide-border border-t border-border">
          {attention.data.items.map((execution) => (
            <AttentionRow key={execution.id} execution={execution} />
          ))}
        </ul>
      )}
    </section>
  );
}
