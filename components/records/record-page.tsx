"use client";

import { useQuery } from "@tanstack/react-query";
import { RecordSkeleton } from "@/components/records/record-skeleton";
import { RecordView } from "@/components/records/record-view";
import { UnknownModule } from "@/components/records/unknown-module";
import { useCrmModule } from "@/components/records/use-crm-module";
import { useTRPC } from "@/components/trpc";
import { ErrorState } from "@/components/ui/error-state";

/** One record: its fields, its buttons, and what changed it. */
export function RecordPage({ module, id }: { module: string; id: string }) {
  const trpc = useTRPC();
  const { query, crmModule } = useCrmModule(module);
  const read = useQuery(trpc.records.get.queryOptions({ module, id }, { enabled: Boolean(crmModule) }));
  if (query.error) return <ErrorState error={query.error} onRetry={query.refetch} />;
  if (crmModule === null) return <UnknownModule module={module} />;
  if (read.error && !read.data) return <ErrorState error={read.error} onRetry={read.refetch} />;
  if (!crmModule || !read.data) return <RecordSkeleton />;
  return <RecordView key={id} crmModule={crmModule} read={read.data} />;
}
