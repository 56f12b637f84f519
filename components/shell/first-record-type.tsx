"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useTRPC } from "@/components/trpc";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";

/** "Records" alone leads to the first record type. */
export function FirstRecordType() {
  const t = useTranslations("shell");
  const trpc = useTRPC();
  const router = useRouter();
  const modules = useQuery(trpc.records.modules.queryOptions(undefined, { staleTime: 60_000 }));
  const first = modules.data?.[0]?.apiName;
  useEffect(() => {
    if (first) router.replace(`/records/${first}`);
  }, [first, router]);
  if (modules.isError) return <ErrorState error={modules.error} onRetry={modules.refetch} />;
  return modules.data?.length === 0 ? <EmptyState title={t("noRecordTypes")} /> : null;
}
