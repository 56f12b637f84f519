"use client";

import { useFormatter, useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";
import { QUOTAS } from "@/core/execution/quotas";
import type { Usage } from "@/server/quotas/usage";

type Day = Usage["history"][number];

const DAYS = 30;
const DAY_MS = 86_400_000;

/** A row of bars for each daily limit, one bar a day, today at the right end. */
export function UsageHistory({ history, today }: { history: Day[]; today: string }) {
  const t = useTranslations("quotas");
  if (history.length === 0) return <p className="text-[0.8125rem] text-muted-foreground">{t("historyEmpty")}</p>;
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      {QUOTAS.map((quota) => (
        <figure key={quota}>
          <figcaption className="mb-1.5 text-xs font-medium text-muted-foreground">{t(`names.${quota}`)}</figcaption>
          <ol className="flex h-20 items-end gap-px border-b border-border">
            {daysUntil(today).map((day) => (
              <Bar key={day} day={day} found={history.find((one) => one.day === day && one.quota === quota)} />
            ))}
          </ol>
        </figure>
      ))}
    </div>
  );
}

function Bar({ day, found }: { day: string; found: Day | undefined }) {
  const t = useTranslations("quotas");
  const format = useFormatter();
  const { used = 0, limit = 0, refused = 0 } = found ?? {};
  const shown = format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  const text = t("bar", { day: shown, used, limit, refused });
  const share = used === 0 ? 0 : Math.max(0.03, Math.min(1, limit === 0 ? 1 : used / limit));
  return (
    <Tooltip content={text}>
      <li className="flex h-full min-w-0 flex-1 items-end hover:bg-accent">
        <span className="sr-only">{text}</span>
        <span
          aria-hidden
          className={cn("w-full rounded-t-[2px]", refused > 0 ? "bg-state-failed" : "bg-primary/70")}
          style={{ height: `${share * 100}%` }}
        />
      </li>
    </Tooltip>
  );
}

/** @returns the last 30 days, the oldest first */
function daysUntil(today: string): string[] {
  const last = Date.parse(`${today}T00:00:00Z`);
  return Array.from({ length: DAYS }, (_, back) =>
    new Date(last - (DAYS - 1 - back) * DAY_MS).toISOString().slice(0, 10),
  );
}
