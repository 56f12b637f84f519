"use client";

import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/components/shell/use-me";
import { useTRPC } from "@/components/trpc";

/** Where the first-run steps lead, and whether this person pressed a button already. */
export function useFirstRunLinks(): { leadHref: string; runHref: string; hasPressed: boolean } {
  const trpc = useTRPC();
  const { userId } = useMe();
  const leads = useQuery(trpc.records.list.queryOptions({ module: "Leads", limit: 20 }));
  const presses = useQuery(
    trpc.executions.list.queryOptions({ filter: { trigger: "button", mode: "live" }, limit: 50 }),
  );

  const rows = leads.data?.records ?? [];
  const lead = rows.find(({ record }) => record.Email && record.Mailing_Status !== "Subscribed") ?? rows[0];
  const own = presses.data?.items.find(({ startedBy }) => startedBy?.id === userId);
  return {
    leadHref: lead ? `/records/Leads/${lead.record.id}` : "/records",
    runHref: own ? `/executions/${own.id}` : "/executions",
    hasPressed: own !== undefined,
  };
}
