"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useMe } from "@/components/shell/use-me";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { SectionCard } from "@/components/ui/section-card";
import { Skeleton } from "@/components/ui/skeleton";
import { QuotaGauge } from "@/components/usage/quota-gauge";
import { UsageHistory } from "@/components/usage/usage-history";
import { timeOfDay } from "@/core/execution/local-day";
import { roleAllows } from "@/core/users/roles";

const REFRESH_MS = 15_000;

/** Today's use of each daily limit, who used it most, and the days before. */
export function UsagePage() {
  const t = useTranslations("quotas");
  const { role } = useMe();
  const trpc = useTRPC();
  const { data, error, refetch } = useQuery(trpc.quotas.usage.queryOptions(undefined, { refetchInterval: REFRESH_MS }));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  const until = data ? timeOfDay(data.endsAt, data.timeZone) : "";
  return (
    <div className="mx-auto w-full max-w-5xl pb-12">
      <PageHeader
        title={t("title")}
        description={data && t("description", { until, zone: data.timeZone })}
        actions={
          roleAllows(role, "administrator") && (
            <Button asChild>
              <Link href="/settings/limits">{t("changeLimits")}</Link>
            </Button>
          )
        }
      />
      <div className="flex flex-col gap-4 px-6">
        <div className="grid gap-4 md:grid-cols-2">
          {data
            ? data.today.map((usage) => (
                <QuotaGauge key={usage.quota} usage={usage} until={until} timeZone={data.timeZone} />
              ))
            : ["1", "2", "3", "4"].map((card) => <Skeleton key={card} className="h-40" />)}
        </div>
        <SectionCard title={t("history")} description={t("historyHint")}>
          {data ? <UsageHistory history={data.history} today={data.day} /> : <Skeleton className="h-40" />}
        </SectionCard>
      </div>
    </div>
  );
}
