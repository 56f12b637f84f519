"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "@/components/trpc";
import type { CrmModule } from "@/core/records/field-types";

/** The workspace's record types. They rarely change, so they are asked for once a visit. */
export function useCrmModules() {
  const trpc = useTRPC();
  return useQuery(trpc.records.modules.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }));
}

/**
 * One record type.
 *
 * @returns the query, and the module once it is there; null when the workspace has none of that name
 */
export function useCrmModule(apiName: string): {
  query: ReturnType<typeof useCrmModules>;
  crmModule?: CrmModule | null;
} {
  const query = useCrmModules();
  return { query, crmModule: query.data && (query.data.find((one) => one.apiName === apiName) ?? null) };
}
