"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { FunctionDraft } from "@/components/functions/use-function-draft";
import { VersionView } from "@/components/functions/version-view";
import { useTRPC } from "@/components/trpc";
import { cn } from "@/components/ui/cn";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";

interface VersionsPanelProps {
  functionId: string;
  draft: FunctionDraft;
  /** Called when a version's code was put into the draft. */
  onRestored: () => void;
}

/** The published versions: who made them, when and why; the code of one, or what differs from another. */
export function VersionsPanel({ functionId, draft, onRestored }: VersionsPanelProps) {
  const t = useTranslations("functions.versions");
  const trpc = useTRPC();
  const [chosen, setChosen] = useState<number | null>(null);
  const { data: versions, error, refetch } = useQuery(trpc.functions.versions.queryOptions({ id: functionId }));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!versions) return <Skeleton className="h-40" />;
  const shown = chosen ?? versions[0]?.number;
  if (shown === undefined) return <p className="text-[0.8125rem] text-muted-foreground">{t("none")}</p>;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
      <ul
        aria-label={t("label")}
        className="divide-y divide-border overflow-hidden rounded-lg border border-border bg-card shadow-card"
      >
        {versions.map(({ number, note, publishedAt, publishedBy }) => (
          <li key={number}>
            <button
              type="button"
              aria-pressed={number === shown}
              onClick={() => setChosen(number)}
              className={cn("w-full px-3 py-2 text-left hover:bg-accent", number === shown && "bg-accent")}
            >
              <span className="flex items-baseline gap-2">
                <span className="text-[0.8125rem] font-medium tabular-nums">{t("version", { number })}</span>
                <span className="min-w-0 truncate text-xs text-muted-foreground">
                  <RelativeTime at={publishedAt} />
                  {publishedBy && ` · ${publishedBy}`}
                </span>
              </span>
              {note && <span className="block text-xs break-words">{note}</span>}
            </button>
          </li>
        ))}
      </ul>
      <VersionView
        key={shown}
        functionId={functionId}
        number={shown}
        numbers={versions.map(({ number }) => number)}
        draft={draft}
        onRestored={onRestored}
      />
    </div>
  );
}
