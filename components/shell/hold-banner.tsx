"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { CirclePause } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMe } from "@/components/shell/use-me";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import { roleAllows } from "@/core/users/roles";

/** Above every page after a restore, until an administrator resumes. */
export function HoldBanner() {
  const t = useTranslations("shell.hold");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const { role } = useMe();
  const [isAsking, setAsking] = useState(false);
  const hold = useQuery(trpc.installation.hold.queryOptions(undefined, { staleTime: 60_000 }));
  const resume = useMutation(
    trpc.installation.resume.mutationOptions({
      onSuccess: async () => {
        toast.success(t("resumed"));
        await queries.invalidateQueries(trpc.installation.hold.queryFilter());
      },
      onError: (error) => toast.error(sentence(error)),
    }),
  );
  if (!hold.data) return null;
  const { executions, mails } = hold.data;
  return (
    <section
      aria-label={t("sentence")}
      className="flex shrink-0 items-center gap-3 border-b border-state-waiting/40 bg-state-waiting/10 px-6 py-2 text-[0.8125rem]"
    >
      <CirclePause aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1">
        {t("sentence")} {t("waiting", { executions, mails })}
      </p>
      {roleAllows(role, "administrator") ? (
        <Button size="sm" onClick={() => setAsking(true)}>
          {t("resume")}
        </Button>
      ) : (
        <p className="text-muted-foreground">{t("ask")}</p>
      )}
      <ConfirmDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t("confirmTitle")}
        description={t("confirm")}
        confirmLabel={t("resume")}
        onConfirm={() => resume.mutateAsync()}
      />
    </section>
  );
}
