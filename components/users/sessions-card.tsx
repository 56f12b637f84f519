"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Laptop } from "lucide-react";
import { useTranslations } from "next-intl";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/error-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { SectionCard } from "@/components/ui/section-card";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";
import { deviceOf } from "@/components/users/device-of";

/** Where the person is signed in, and a way to end each session. */
export function SessionsCard() {
  const t = useTranslations("users.account");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const sessions = useQuery(trpc.users.sessions.queryOptions());
  const after = {
    onSuccess: () => queries.invalidateQueries(trpc.users.sessions.queryFilter()),
    onError: (error: unknown) => toast.error(sentence(error)),
  };
  const revoke = useMutation(trpc.users.revokeSession.mutationOptions(after));
  const revokeOthers = useMutation(trpc.users.revokeOtherSessions.mutationOptions(after));

  const hasOthers = sessions.data?.some(({ current }) => !current) ?? false;
  return (
    <SectionCard
      title={t("sessions")}
      description={t("sessionsDescription")}
      actions={
        hasOthers && (
          <Button loading={revokeOthers.isPending} onClick={() => revokeOthers.mutate()}>
            {t("revokeOthers")}
          </Button>
        )
      }
    >
      {sessions.isPending && <Skeleton className="h-12" />}
      {sessions.isError && <ErrorState error={sessions.error} onRetry={sessions.refetch} className="py-4" />}
      <ul className="divide-y divide-border">
        {sessions.data?.map((session) => {
          const device = deviceOf(session.userAgent);
          const name = device ? t("device", device) : t("unknownDevice");
          return (
            <li key={session.id} className="flex items-center gap-3 py-2.5 first:pt-0 last:pb-0">
              <Laptop aria-hidden className="size-4 text-muted-foreground" />
              <div className="min-w-0 flex-1">
                <p className="flex items-center gap-2 text-[0.8125rem] font-medium">
                  {name}
                  {session.current && <Badge tone="succeeded">{t("thisSession")}</Badge>}
                </p>
                <p className="truncate text-xs text-muted-foreground">
                  {session.address && `${session.address} · `}
                  {t("signedIn")} <RelativeTime at={session.signedInAt} />
                </p>
              </div>
              {!session.current && (
                <Button
                  size="sm"
                  aria-label={t("revokeNamed", { name })}
                  loading={revoke.isPending && revoke.variables.id === session.id}
                  onClick={() => revoke.mutate({ id: session.id })}
                >
                  {t("revoke")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </SectionCard>
  );
}
