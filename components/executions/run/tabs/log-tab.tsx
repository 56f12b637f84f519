"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { LogLine } from "@/core/execution/journal";

/** What the step wrote to the log, line by line. */
export function LogTab({ log }: { log: LogLine[] }) {
  const t = useTranslations("executions.panel");
  return (
    <ol className="space-y-1 font-mono text-xs">
      {log.map(({ level, text }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
        <li key={at} className="flex gap-2 whitespace-pre-wrap">
          <span className={cn("w-14 shrink-0 font-sans", COLOURS[level])}>{t("logLevel", { level })}</span>
          <span className="min-w-0 break-words">{text}</span>
        </li>
      ))}
    </ol>
  );
}

const COLOURS = { info: "text-muted-foreground", warn: "text-state-handled", error: "text-state-failed" } as const;
