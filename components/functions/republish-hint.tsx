"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useErrorSentence, useTRPC, useTRPCClient } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import type { FunctionUse } from "@/server/functions/function-uses";
import type { FunctionDetail } from "@/server/functions/get-function";

/** Tells which live automations still hold an older version, and publishes them again where nothing else would change. */
export function RepublishHint({ saved }: { saved: FunctionDetail | null }) {
  const t = useTranslations("functions.republish");
  const [dismissed, setDismissed] = useState(0);
  const behind = saved?.usedBy.filter(({ live }) => live && live.functionVersion < saved.version) ?? [];
  if (!saved || behind.length === 0 || dismissed === saved.version) return null;
  return (
    <section
      aria-label={t("title", { count: behind.length })}
      className="mx-6 mb-3 flex flex-wrap items-start gap-3 rounded-lg border border-state-handled/40 bg-state-handled/8 px-4 py-3"
    >
      <History aria-hidden className="mt-0.5 size-4 text-state-handled" />
      <div className="min-w-0 flex-1">
        <p className="text-[0.8125rem] font-medium">{t("title", { count: behind.length })}</p>
        <p className="text-xs text-muted-foreground">{t("text", { count: behind.length, version: saved.version })}</p>
        <ul className="mt-2 flex flex-col gap-1.5">
          {behind.map((use) => (
            <li key={use.automationId}>
              <Caller use={use} saved={saved} />
            </li>
          ))}
        </ul>
      </div>
      <Button size="sm" variant="ghost" onClick={() => setDismissed(saved.version)}>
        {t("dismiss")}
      </Button>
    </section>
  );
}

function Caller({ use, saved }: { use: FunctionUse; saved: FunctionDetail }) {
  const t = useTranslations("functions.republish");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const { data: automations } = useQuery(trpc.automations.list.queryOptions({}));
  const publish = useMutation(trpc.automations.publish.mutationOptions());
  const state = automations?.find(({ id }) => id === use.automationId)?.pill.state;

  const republish = async () => {
    try {
      const { revision } = await client.automations.get.query({ id: use.automationId });
      const note = t("note", { name: saved.name, version: saved.version });
      const { number } = await publish.mutateAsync({ id: use.automationId, revision, note });
      toast.success(t("published", { name: use.name, number }));
      await queryClient.invalidateQueries({ queryKey: trpc.functions.pathKey() });
    } catch (error) {
      toast.error(sentence(error));
    }
  };

  return (
    <div className="flex items-center gap-3 text-[0.8125rem]">
      <Link href={`/automations/${use.automationId}`} className="truncate underline-offset-4 hover:underline">
        {use.name}
      </Link>
      {state === "live" && (
        <Button size="sm" onClick={() => void republish()} loading={publish.isPending}>
          {t("publish")}
        </Button>
      )}
      {state === "changed" && <span className="text-xs text-muted-foreground">{t("otherChanges")}</span>}
    </div>
  );
}
