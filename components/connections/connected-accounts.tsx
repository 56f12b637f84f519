"use client";

import { useQuery } from "@tanstack/react-query";
import { Plug } from "lucide-react";
import { useTranslations } from "next-intl";
import { ConnectionCard } from "@/components/connections/connection-card";
import { useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";

/** Every connected account as a card. */
export function ConnectedAccounts({ onConnect }: { onConnect: () => void }) {
  const t = useTranslations("connections");
  const trpc = useTRPC();
  const { data: connections, error, refetch } = useQuery(trpc.connections.list.queryOptions());
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (connections?.length === 0) {
    return (
      <EmptyState
        icon={<Plug />}
        title={t("empty.title")}
        description={t("empty.description")}
        action={
          <Button variant="primary" onClick={onConnect}>
            {t("connectAccount")}
          </Button>
        }
      />
    );
  }
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(19rem,1fr))] gap-3">
      {connections
        ? connections.map((connection) => (
            <li key={connection.id}>
              <ConnectionCard connection={connection} />
            </li>
          ))
        : [1, 2, 3].map((key) => (
            <li key={key}>
              <Skeleton className="h-28 rounded-lg" />
            </li>
          ))}
    </ul>
  );
}
