"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { ListedVariable } from "@/server/variables/list-variables";

/** Asks before a variable is deleted; one that is used says by whom and stays. */
export function DeleteVariable({ variable, onClose }: { variable: ListedVariable; onClose: () => void }) {
  const t = useTranslations("variables");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const queries = useQueryClient();
  const remove = useMutation(trpc.variables.delete.mutationOptions());
  const { id, name } = variable;
  const confirm = async () => {
    try {
      await remove.mutateAsync({ id });
    } catch (error) {
      toast.error(sentence(error));
      throw error;
    }
    toast.success(t("deleted", { name }));
    await queries.invalidateQueries({ queryKey: trpc.variables.pathKey() });
    await queries.invalidateQueries({ queryKey: trpc.automations.context.queryKey() });
  };
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("deleteTitle", { name })}
      description={t("deleteText")}
      confirmLabel={t("deleteAction")}
      danger
      onConfirm={confirm}
    />
  );
}
