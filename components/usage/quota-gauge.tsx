"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { SectionCard } from "@/components/ui/section-card";
import { timeOfDay } from "@/core/execution/local-day";
import type { QuotaUsage } from "@/server/quotas/usage";

/** From here on the gauge warns. */
const NEARLY = 0.8;

/** One daily limit: how much is used, when it is reached at this rate, and who used it most. */
export function QuotaGauge({ usage, until, timeZone }: { usage: QuotaUsage; until: string; timeZone: string }) {
  const t = useTranslations("quotas");
  const format = useFormatter();
  const { quota, used, limit, refused, sources, forecast } = usage;
  const share = limit === 0 ? 1 : Math.min(1, used / limit);
  const tone = forecast.kind === "reached" ? "failed" : share >= NEARLY || forecast.kind === "at" ? "handled" : "fine";
  return (
    <SectionCard
      title={t(`names.${quota}`)}
      actions={<span className="text-[0.8125rem] tabular-nums">{t("ofLimit", { used, limit })}</span>}
    >
      <meter className="sr-only" aria-label={t(`names.${quota}`)} min={0} max={Math.max(limit, 1)} value={used}>
        {t("ofLimit", { used, limit })}
      </meter>
      <div aria-hidden className="h-2 overflow-hidden rounded-full bg-muted">
        <div
          className={cn("h-full rounded-full", FILL[tone])}
          style={{ width: `${Math.max(share * 100, used > 0 ? 1 : 0)}%` }}
        />
      </div>
      <p className={cn("mt-2 text-[0.8125rem]", tone === "fine" ? "text-muted-foreground" : TEXT[tone])}>
        {forecast.kind === "reached"
          ? t("forecast.reached", { until })
          : forecast.kind === "at"
            ? t("forecast.at", { at: timeOfDay(new Date(forecast.at), timeZone) })
            : used === 0
              ? t("forecast.unused")
              : t("forecast.lasts", { byEnd: forecast.byEnd })}
        {refused > 0 && (
          <>
            {" "}
            <Link href="/executions?status=refused" className="underline underline-offset-4">
              {t("refused", { count: refused })}
            </Link>
          </>
        )}
      </p>
      {sources.length > 0 && (
        <>
          <h3 className="mt-4 mb-1 text-xs font-medium text-muted-foreground">{t("most")}</h3>
          <ol className="text-[0.8125rem]">
            {sources.map((source) => (
              <li key={source.id} className="flex items-baseline justify-between gap-3 py-0.5">
                <Link
                  href={source.kind === "function" ? `/functions/${source.id}` : `/automations/${source.id}`}
                  className="truncate underline-offset-4 hover:underline"
                >
                  {source.name || t("deleted")}
                </Link>
                <span className="shrink-0 text-muted-foreground tabular-nums">{format.number(source.used)}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </SectionCard>
  );
}

const FILL = { fine: "bg-primary", handled: "bg-state-handled", failed: "bg-state-failed" };
const TEXT = { handled: "text-state-handled", failed: "text-state-failed" };
