"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { toast } from "@/components/ui/toast";
import type { RepublishedCaller } from "@/server/functions/republish-callers";

/** Publishes callers of a function again with its newest version. */
export function useRepublish({ id, name }: { id: string; name: string }) {
  const t = useTranslations("functions.callers");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const mutation = useMutation(trpc.functions.republishCallers.mutationOptions());

  /** @returns what became of each; null when nothing could be tried, which was said */
  const republish = async (automationIds: string[], version: number): Promise<RepublishedCaller[] | null> => {
    try {
      const results = await mutation.mutateAsync({ id, automationIds, note: t("note", { name, version }) });
      await queryClient.invalidateQueries({ queryKey: trpc.functions.pathKey() });
      await queryClient.invalidateQueries({ queryKey: trpc.automations.pathKey() });
      return results;
    } catch (error) {
      toast.error(sentence(error));
      return null;
    }
  };
  return { republish, pending: mutation.isPending };
}
