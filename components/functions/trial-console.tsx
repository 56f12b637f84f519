"use client";

import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/cn";
import type { LogLine } from "@/core/execution/journal";

/** The lines a function wrote, in order. */
export function TrialConsole({ lines }: { lines: LogLine[] }) {
  const t = useTranslations("functions.result");
  if (lines.length === 0) return <p className="text-[0.8125rem] text-muted-foreground">{t("noConsole")}</p>;
  return (
    <ol className="max-h-80 overflow-y-auto font-mono text-xs">
      {lines.map((line, index) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
          key={index}
          className={cn(
            "border-b border-border/60 py-1 break-words whitespace-pre-wrap last:border-0",
            COLOURS[line.level],
          )}
        >
          {line.text}
        </li>
      ))}
    </ol>
  );
}

const COLOURS = { info: undefined, warn: "text-state-handled", error: "text-state-failed" };
