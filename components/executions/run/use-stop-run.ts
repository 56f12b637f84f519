"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { toast } from "@/components/ui/toast";

/** Asks a run to stop and says so. */
export function useStopRun(id: string) {
  const t = useTranslations("executions.actions");
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  return useMutation(
    trpc.executions.cancel.mutationOptions({
      onSuccess: () => toast.success(t("stopped")),
      onError: (error) => toast.error(sentence(error)),
      onSettled: () => queries.invalidateQueries({ queryKey: trpc.executions.get.queryKey({ id }) }),
    }),
  );
}
