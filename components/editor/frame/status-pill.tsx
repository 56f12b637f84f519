"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { PILL_DOT } from "@/components/editor/list/pill-style";
import { usePillText } from "@/components/editor/list/use-pill-text";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { cn } from "@/components/ui/cn";
import {
  DropdownMenu,
  DropdownMenuItem,
  DropdownMenuLabel,
  DropdownMenuSeparator,
} from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import type { AutomationDetail } from "@/server/automations/get-automation";

/** The only place that says whether the automation is live. Its menu lists the versions and pauses or resumes. */
export function StatusPill({ automation }: { automation: AutomationDetail }) {
  const t = useTranslations("editor.pill");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const format = useFormatter();
  const sentence = useErrorSentence();
  const pillText = usePillText();
  const [open, setOpen] = useState(false);
  const { id, pill } = automation;
  const versions = useQuery(trpc.automations.versions.queryOptions({ id }, { enabled: open }));
  const settled = {
    onSuccess: () => queries.invalidateQueries({ queryKey: trpc.automations.pathKey() }),
    onError: (error: unknown) => toast.error(sentence(error)),
  };
  const pause = useMutation(trpc.automations.pause.mutationOptions(settled));
  const resume = useMutation(trpc.automations.resume.mutationOptions(settled));

  return (
    <DropdownMenu
      align="start"
      onOpenChange={setOpen}
      open={open}
      trigger={
        <button
          className="flex h-6 shrink-0 items-center max-sm:min-w-0 max-sm:shrink gap-1.5 rounded-full border border-border bg-background px-2.5 text-xs hover:bg-accent"
          data-pill={pill.state}
          type="button"
        >
          <span aria-hidden className={cn("size-2 shrink-0 rounded-full", PILL_DOT[pill.state])} />
          <span className="truncate">{pillText(pill)}</span>
        </button>
      }
    >
      {pill.state === "not-live" ? (
        <p className="max-w-64 px-2 py-1.5 text-muted-foreground text-xs">{t("notLiveHelp")}</p>
      ) : (
        <>
          <DropdownMenuItem onSelect={() => (automation.paused ? resume : pause).mutate({ id })}>
            {automation.paused ? t("resume") : t("pause")}
          </DropdownMenuItem>
          <DropdownMenuSeparator />
          <DropdownMenuLabel>{t("versions")}</DropdownMenuLabel>
          {versions.data?.slice(0, 10).map((version) => (
            <div className="flex items-baseline gap-2 px-2 py-1 text-xs" key={version.id}>
              <span className={cn("w-8 font-medium tabular-nums", version.live && "text-state-succeeded")}>
                v{version.number}
              </span>
              <span className="min-w-0 flex-1 truncate text-muted-foreground">
                {t("publishedBy", {
                  name: version.publishedBy ?? "–",
                  when: format.dateTime(new Date(version.publishedAt), { dateStyle: "medium", timeStyle: "short" }),
                })}
              </span>
            </div>
          ))}
        </>
      )}
    </DropdownMenu>
  );
}
