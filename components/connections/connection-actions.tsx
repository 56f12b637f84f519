"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Trash2, Zap } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { UsedInList } from "@/components/connections/used-in-list";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import type { ConnectionDetail } from "@/server/connections/get-connection";

/** Tests an account, or deletes it when nothing uses it any more. */
export function ConnectionActions({ connection }: { connection: ConnectionDetail }) {
  const t = useTranslations("connections");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const { runTest, testing } = useConnectionTest(connection.id);
  const remove = useMutation(trpc.connections.delete.mutationOptions());
  const { name, usedBy } = connection;

  const confirmDelete = async () => {
    try {
      await remove.mutateAsync({ id: connection.id });
    } catch (error) {
      toast.error(sentence(error));
      throw error;
    }
    toast.success(t("page.deleted", { name }));
    router.push("/connections");
    await queryClient.invalidateQueries({ queryKey: trpc.connections.list.queryKey() });
  };

  return (
    <>
      <Button onClick={() => void runTest()} loading={testing} disabled={connection.status === "no-secret"}>
        <Zap aria-hidden />
        {t("page.test")}
      </Button>
      <Button onClick={() => setAsking(true)}>
        <Trash2 aria-hidden />
        {t("page.delete")}
      </Button>
      {usedBy.length > 0 ? (
        <Dialog
          open={asking}
          onOpenChange={setAsking}
          title={t("page.inUseTitle", { name })}
          description={t("page.inUseText")}
        >
          <UsedInList uses={usedBy} />
        </Dialog>
      ) : (
        <ConfirmDialog
          open={asking}
          onOpenChange={setAsking}
          title={t("page.deleteTitle", { name })}
          description={t("page.deleteText")}
          confirmLabel={t("page.delete")}
          danger
          onConfirm={confirmDelete}
        />
      )}
    </>
  );
}

function useConnectionTest(id: string) {
  const t = useTranslations("connections.testResult");
  const errors = useTranslations("errors");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const test = useMutation(trpc.connections.test.mutationOptions());

  const runTest = async () => {
    try {
      const result = await test.mutateAsync({ id });
      if (result.outcome === "failed") {
        toast.error(t("failed", { reason: errors(result.error.code as never, result.error.params as never) }));
      } else {
        const show = { works: toast.success, refused: toast.error, answered: toast.info }[result.outcome];
        show(t(result.outcome, { status: result.status, milliseconds: Math.round(result.durationMs) }));
      }
    } catch (error) {
      toast.error(sentence(error));
    }
    await queryClient.invalidateQueries({ queryKey: trpc.connections.pathKey() });
  };
  return { runTest, testing: test.isPending };
}
