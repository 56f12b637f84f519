"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useChangePreferences } from "@/components/shell/use-change-preferences";
import { useTRPC } from "@/components/trpc";

/** Ticks the steps of the first-run checklist that are done by opening a page. */
export function useVisitTicks(path: string): void {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.users.preferences.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
  const change = useChangePreferences();
  const step = stepOf(path);
  const open = step !== null && data !== undefined && !data.done.includes(step);
  useEffect(() => {
    if (open && step) change({ done: step });
  }, [open, step, change]);
}

function stepOf(path: string): "opened-record" | "opened-run" | null {
  if (/^\/records\/[^/]+\/[0-9a-f-]{36}$/.test(path)) return "opened-record";
  return /^\/executions\/[0-9a-f-]{36}$/.test(path) ? "opened-run" : null;
}
