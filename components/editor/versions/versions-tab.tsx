"use client";

import { useQuery } from "@tanstack/react-query";
import { History } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { VersionView } from "@/components/editor/versions/version-view";
import { useTRPC } from "@/components/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";

/** What was published: who made it live, when and why; and one of them to look at, to compare and to go back to. */
export function VersionsTab() {
  const t = useTranslations("editor.versions");
  const trpc = useTRPC();
  const store = useEditorStore();
  const id = useEditor((state) => state.automationId);
  const [chosen, setChosen] = useState<number | null>(null);
  const { data: versions, error, refetch } = useQuery(trpc.automations.versions.queryOptions({ id }));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!versions) return <Skeleton className="m-6 h-40" />;
  const shown = versions.find(({ number }) => number === chosen) ?? versions[0];
  if (!shown) {
    return (
      <EmptyState
        action={
          <Button onClick={() => store.getState().show({ tab: "canvas", publishing: true })}>{t("publishNow")}</Button>
        }
        description={t("noneHelp")}
        icon={<History />}
        title={t("none")}
      />
    );
  }
  const before = versions.find(({ number }) => number < shown.number)?.number ?? null;
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col">
      <ul
        aria-label={t("label")}
        className="w-72 shrink-0 divide-y divide-border overflow-y-auto border-border border-r bg-card max-md:max-h-48 max-md:w-full max-md:border-r-0 max-md:border-b"
      >
        {versions.map(({ number, live, note, publishedAt, publishedBy }) => (
          <li key={number}>
            <button
              aria-pressed={number === shown.number}
              className={cn("w-full px-4 py-2.5 text-left hover:bg-accent", number === shown.number && "bg-accent")}
              onClick={() => setChosen(number)}
              type="button"
            >
              <span className="flex items-center gap-2">
                <span className="font-medium text-sm tabular-nums">{t("version", { number })}</span>
                {live && <Badge tone="succeeded">{t("live")}</Badge>}
                <span className="ml-auto text-muted-foreground text-xs">
                  <RelativeTime at={publishedAt} />
                </span>
              </span>
              {publishedBy && (
                <span className="block text-muted-foreground text-xs">{t("by", { name: publishedBy })}</span>
              )}
              {note && <span className="mt-0.5 block break-words text-xs">{note}</span>}
            </button>
          </li>
        ))}
      </ul>
      <VersionView before={before} key={shown.number} number={shown.number} />
    </div>
  );
}
