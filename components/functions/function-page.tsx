"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FunctionWorkbench } from "@/components/functions/function-workbench";
import { useTRPC } from "@/components/trpc";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** One function: its code, and a place to try it. Without an id, a new one. */
export function FunctionPage({ id: given }: { id?: string }) {
  const [created, setCreated] = useState<string | null>(null);
  const id = given ?? created;
  const showCreated = (newId: string) => {
    // Not a navigation: what was typed and what came out must stay on the page.
    window.history.replaceState(null, "", `/functions/${newId}`);
    setCreated(newId);
  };
  const t = useTranslations("functions");
  const trpc = useTRPC();
  const { data: saved, error, refetch } = useQuery(trpc.functions.get.queryOptions(id === null ? skipToken : { id }));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (saved || !given) return <FunctionWorkbench saved={saved ?? null} onCreated={showCreated} />;
  return (
    <>
      <PageHeader breadcrumb={[{ href: "/functions", label: t("title") }]} title={<Skeleton className="h-6 w-48" />} />
      <div className="grid gap-4 px-6 py-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <Skeleton className="h-96 rounded-lg" />
        <Skeleton className="h-96 rounded-lg" />
      </div>
    </>
  );
}
