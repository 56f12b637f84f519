"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { CrmModule } from "@/core/records/field-types";

interface DeleteRecordDialogProps {
  crmModule: CrmModule;
  record: { id: string; name: string };
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onDeleted?: () => void;
}

/** Asks before a record is deleted, and deletes it. */
export function DeleteRecordDialog({ crmModule, record, open, onOpenChange, onDeleted }: DeleteRecordDialogProps) {
  const t = useTranslations("records");
  const sentence = useErrorSentence();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const remove = useMutation(
    trpc.records.delete.mutationOptions({
      onSuccess: async ({ name }) => {
        toast.success(t("deleted", { name }));
        onDeleted?.();
        await queries.invalidateQueries(trpc.records.list.pathFilter());
      },
      onError: (error) => toast.error(sentence(error)),
    }),
  );
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("deleteTitle", { name: record.name })}
      description={t("deleteText", { singular: crmModule.singular.toLowerCase() })}
      confirmLabel={t("deleteConfirm", { singular: crmModule.singular.toLowerCase() })}
      danger
      onConfirm={() => remove.mutateAsync({ module: crmModule.apiName, id: record.id })}
    />
  );
}
