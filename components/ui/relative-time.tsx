"use client";

import { useFormatter, useNow, useTimeZone } from "next-intl";
import { Tooltip } from "@/components/ui/tooltip";

/** "3 minutes ago", with the exact time and its zone on hover. Counts on by itself. */
export function RelativeTime({ at, className }: { at: Date | string; className?: string }) {
  const format = useFormatter();
  const zone = useTimeZone();
  const now = useNow({ updateInterval: 10_000 });
  const date = typeof at === "string" ? new Date(at) : at;
  const exact = format.dateTime(date, { dateStyle: "medium", timeStyle: "medium" });
  return (
    <Tooltip content={`${exact} ${zone ?? ""}`.trim()}>
      <time dateTime={date.toISOString()} className={className}>
        {format.relativeTime(date, { now: Math.max(now.getTime(), date.getTime()) })}
      </time>
    </Tooltip>
  );
}
