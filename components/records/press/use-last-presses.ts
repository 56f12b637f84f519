"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferOutput } from "@trpc/tanstack-react-query";
import { useMemo } from "react";
import { useTRPC } from "@/components/trpc";

export type LastPress = inferOutput<ReturnType<typeof useTRPC>["triggers"]["lastPresses"]>[number];

/** The last press of each button on a record, by the button's key. */
export function useLastPresses(recordId: string): ReadonlyMap<string, LastPress> {
  const trpc = useTRPC();
  const { data } = useQuery(trpc.triggers.lastPresses.queryOptions({ recordId }));
  return useMemo(() => new Map(data?.map((last) => [`${last.automationId}/${last.nodeId}`, last])), [data]);
}
