"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { FunctionCallers } from "@/components/functions/function-callers";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { FunctionDetail } from "@/server/functions/get-function";

/** Asks before it deletes; a function that is used says where. */
export function DeleteFunctionDialog({
  saved,
  open,
  onClose,
}: {
  saved: FunctionDetail;
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("functions");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useMutation(trpc.functions.delete.mutationOptions());
  const { id, name, usedBy } = saved;
  const onOpenChange = (next: boolean) => !next && onClose();

  if (usedBy.length > 0) {
    return (
      <Dialog open={open} onOpenChange={onOpenChange} title={t("inUseTitle", { name })} description={t("inUseText")}>
        <FunctionCallers uses={usedBy} newest={saved.pill.version} />
      </Dialog>
    );
  }
  const confirm = async () => {
    try {
      await remove.mutateAsync({ id });
    } catch (error) {
      toast.error(sentence(error));
      throw error;
    }
    toast.success(t("deleted", { name }));
    router.push("/functions");
    await queryClient.invalidateQueries({ queryKey: trpc.functions.list.queryKey() });
  };
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("deleteTitle", { name })}
      description={t("deleteText")}
      confirmLabel={t("delete")}
      danger
      onConfirm={confirm}
    />
  );
}
