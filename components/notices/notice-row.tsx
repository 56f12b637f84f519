"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import { toast } from "@/components/ui/toast";
import type { ListedNotice } from "@/server/notices/list-notices";

/** One notice: what happened, and the one or two things to do about it. */
export function NoticeRow({ notice, onRead }: { notice: ListedNotice; onRead: () => void }) {
  const t = useTranslations("notices");
  const format = useFormatter();
  const { kind, params, count, lastAt, isRead } = notice;
  const values = { ...(params as Record<string, string | number>) };
  if (typeof values.day === "string") {
    values.day = format.dateTime(new Date(`${values.day}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  }
  return (
    <li className={cn("px-4 py-3 text-[0.8125rem]", !isRead && "bg-primary/5")}>
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="font-medium">{t(`${kind}.title`, values)}</h3>
        <RelativeTime at={lastAt} className="shrink-0 text-xs text-muted-foreground" />
      </div>
      <p className="mt-0.5 text-muted-foreground">
        {t(`${kind}.text`, values)}
        {count > 1 && ` ${t("times", { count })}`}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {kind === "day-limit" ? (
          <>
            <LinkButton href="/usage" onClick={onRead}>
              {t("day-limit.action")}
            </LinkButton>
            <LinkButton href="/executions?status=refused" onClick={onRead}>
              {t("day-limit.second")}
            </LinkButton>
          </>
        ) : (
          <>
            <ResumeButton automationId={String(params.automationId)} onDone={onRead} />
            <LinkButton href={`/executions?tab=attention&automation=${params.automationId}`} onClick={onRead}>
              {t("automation-paused.action")}
            </LinkButton>
          </>
        )}
      </div>
    </li>
  );
}

function LinkButton({ href, onClick, children }: { href: string; onClick: () => void; children: string }) {
  return (
    <Button size="sm" asChild onClick={onClick}>
      <Link href={href}>{children}</Link>
    </Button>
  );
}

function ResumeButton({ automationId, onDone }: { automationId: string; onDone: () => void }) {
  const t = useTranslations("notices.automation-paused");
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const client = useQueryClient();
  const resume = useMutation(
    trpc.automations.resume.mutationOptions({
      onSuccess: () => {
        toast.success(t("resumed"));
        onDone();
        return client.invalidateQueries({ queryKey: trpc.automations.pathKey() });
      },
      onError: (error) => toast.error(sentence(error)),
    }),
  );
  return (
    <Button size="sm" variant="primary" loading={resume.isPending} onClick={() => resume.mutate({ id: automationId })}>
      {t("resume")}
    </Button>
  );
}
