"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { NoticeRow } from "@/components/notices/notice-row";
import { useMe } from "@/components/shell/use-me";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { roleAllows } from "@/core/users/roles";

const REFRESH_MS = 30_000;

/** The bell: what people should know of without having asked, and how much of it they have not read. */
export function NoticeBell({ side }: { side: "bottom" | "right" }) {
  const t = useTranslations("notices");
  const { role } = useMe();
  const trpc = useTRPC();
  const client = useQueryClient();
  const isFor = roleAllows(role, "builder");
  const { data = [] } = useQuery(
    trpc.notices.list.queryOptions(undefined, { enabled: isFor, refetchInterval: REFRESH_MS }),
  );
  const read = useMutation(
    trpc.notices.markRead.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: trpc.notices.list.queryKey() }),
    }),
  );
  if (!isFor) return null;
  const unread = data.filter(({ isRead }) => !isRead);
  return (
    <Popover
      side={side}
      align="end"
      ariaLabel={t("label")}
      className="max-h-[70vh] w-96 max-w-[calc(100vw-1rem)] overflow-y-auto p-0"
      trigger={
        <IconButton label={t("unread", { count: unread.length })} tooltipSide={side} className="relative">
          <Bell />
          {unread.length > 0 && (
            <span
              aria-hidden
              className="absolute top-0 right-0 flex h-4 min-w-4 items-center justify-center rounded-full bg-danger px-0.5 text-[0.625rem] font-semibold text-danger-foreground tabular-nums"
            >
              {unread.length}
            </span>
          )}
        </IconButton>
      }
    >
      <div className="flex items-center justify-between gap-3 border-b border-border px-4 py-2.5">
        <h2 className="text-sm font-semibold">{t("label")}</h2>
        {unread.length > 0 && (
          <Button
            size="sm"
            variant="ghost"
            loading={read.isPending}
            onClick={() => read.mutate({ ids: unread.map(({ id }) => id) })}
          >
            {t("markRead")}
          </Button>
        )}
      </div>
      {data.length === 0 ? (
        <p className="px-4 py-6 text-center text-[0.8125rem] text-muted-foreground">{t("empty")}</p>
      ) : (
        <ul className="divide-y divide-border">
          {data.map((notice) => (
            <NoticeRow key={notice.id} notice={notice} onRead={() => read.mutate({ ids: [notice.id] })} />
          ))}
        </ul>
      )}
    </Popover>
  );
}
