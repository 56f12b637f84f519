"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useTRPC } from "@/components/trpc";
import { cn } from "@/components/ui/cn";

/** The red number at "Runs": how many of the last days need a person. */
export function AttentionCount({ collapsed }: { collapsed: boolean }) {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.executions.attentionCount.queryOptions(undefined, { refetchInterval: 30_000 }));
  if (!data || data.count === 0) return null;
  const text = data.more || data.count > 99 ? "99+" : String(data.count);
  return (
    <span
      role="img"
      aria-label={t("attention", { count: data.count })}
      className={cn(
        "flex items-center justify-center rounded-full bg-danger text-[0.6875rem] font-semibold text-danger-foreground tabular-nums",
        collapsed ? "absolute -top-0.5 -right-0.5 h-4 min-w-4 px-0.5" : "ml-auto h-4.5 min-w-4.5 px-1",
      )}
    >
      {text}
    </span>
  );
}
