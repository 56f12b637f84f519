"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CallSnippet } from "@/components/api-keys/call-snippet";
import { NewKeyDialog } from "@/components/api-keys/new-key-dialog";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton } from "@/components/ui/skeleton";
import { toast } from "@/components/ui/toast";

/** Who may call an automation from outside: its address, its keys, and a call ready to paste. */
export function ApiAccessPanel({ automationId, apiName }: { automationId: string; apiName: string }) {
  const t = useTranslations("apiKeys");
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const keys = useQuery(trpc.apiKeys.list.queryOptions({ automationId }));
  const revoke = useMutation(trpc.apiKeys.revoke.mutationOptions());
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<{ id: string; name: string } | null>(null);
  const refresh = () => queries.invalidateQueries(trpc.apiKeys.list.queryFilter({ automationId }));

  return (
    <section aria-label={t("title")} className="flex flex-col gap-3">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-[0.8125rem] font-medium">{t("title")}</h3>
        <Button size="sm" onClick={() => setMaking(true)}>
          <KeyRound aria-hidden />
          {t("newKey")}
        </Button>
      </div>
      {keys.isPending && <Skeleton className="h-10" />}
      {keys.error && <p className="text-xs text-state-failed">{sentence(keys.error)}</p>}
      {keys.data?.length === 0 && <p className="text-xs text-muted-foreground">{t("noKeys")}</p>}
      {keys.data && keys.data.length > 0 && (
        <ul className="divide-y divide-border rounded-md border border-border">
          {keys.data.map((key) => (
            <li key={key.id} className="flex items-center gap-2 px-2.5 py-1.5">
              <div className="min-w-0 flex-1">
                <p className="truncate text-[0.8125rem]">{key.name}</p>
                <p className="truncate text-xs text-muted-foreground">
                  <code>{key.startsWith}…</code>{" "}
                  {key.lastUsedAt ? (
                    <>
                      {t("lastUsed")} <RelativeTime at={key.lastUsedAt} />
                    </>
                  ) : (
                    t("neverUsed")
                  )}
                </p>
              </div>
              <Button size="sm" variant="ghost" onClick={() => setEnding(key)}>
                {t("revoke")}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <CallSnippet apiName={apiName} />
      <NewKeyDialog automationId={automationId} open={making} onOpenChange={setMaking} onMade={refresh} />
      <ConfirmDialog
        open={ending !== null}
        onOpenChange={(open) => !open && setEnding(null)}
        title={t("revokeTitle", { name: ending?.name ?? "" })}
        description={t("revokeText")}
        confirmLabel={t("revoke")}
        danger
        onConfirm={async () => {
          if (!ending) return;
          try {
            await revoke.mutateAsync({ id: ending.id });
          } catch (error) {
            toast.error(sentence(error));
            throw error;
          }
          await refresh();
        }}
      />
    </section>
  );
}
