"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ConnectionActions } from "@/components/connections/connection-actions";
import { ConnectionFacts } from "@/components/connections/connection-facts";
import { ConnectionSettings } from "@/components/connections/connection-settings";
import { ConnectionSnippet } from "@/components/connections/connection-snippet";
import { ConnectionStatusBadge } from "@/components/connections/connection-status-badge";
import { ReplaceKey } from "@/components/connections/replace-key";
import { useTRPC } from "@/components/trpc";
import { ErrorState } from "@/components/ui/error-state";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";

/** One account: its settings, its key (to replace, never to read), who uses it and how code does. */
export function ConnectionPage({ id }: { id: string }) {
  const t = useTranslations("connections");
  const trpc = useTRPC();
  const { data: connection, error, refetch } = useQuery(trpc.connections.get.queryOptions({ id }));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  const breadcrumb = [{ href: "/connections", label: t("title") }];
  if (!connection) {
    return (
      <>
        <PageHeader breadcrumb={breadcrumb} title={<Skeleton className="h-6 w-48" />} />
        <div className="grid gap-4 px-6 py-3 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Skeleton className="h-80 rounded-lg" />
          <Skeleton className="h-60 rounded-lg" />
        </div>
      </>
    );
  }
  return (
    <>
      <PageHeader
        breadcrumb={breadcrumb}
        title={connection.name}
        status={<ConnectionStatusBadge status={connection.status} />}
        actions={<ConnectionActions connection={connection} />}
      />
      <div className="grid items-start gap-4 px-6 py-3 pb-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <ConnectionSettings key={connection.id} connection={connection} />
          <ReplaceKey connection={connection} />
          <ConnectionSnippet connection={connection} />
        </div>
        <ConnectionFacts connection={connection} />
      </div>
    </>
  );
}
