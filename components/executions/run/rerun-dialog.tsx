"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { EffectLines } from "@/components/executions/run/effect-lines";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { toast } from "@/components/ui/toast";
import type { ExecutionDetail } from "@/server/executions/get-execution";

/** Asks before running again, with what will be repeated. */
export function RerunDialog({ run, version, onClose }: RerunDialogProps) {
  const t = useTranslations("executions.actions");
  const trpc = useTRPC();
  const router = useRouter();
  const sentence = useErrorSentence();
  const rerun = useMutation(
    trpc.executions.rerun.mutationOptions({
      onSuccess: ({ executionId }) => {
        toast.success(t("rerunStarted"));
        router.push(`/executions/${executionId}`);
      },
      onError: (error) => toast.error(sentence(error)),
    }),
  );
  const repeated = run.summary.filter(({ state, kind }) => state === "done" && kind !== "record.get");
  return (
    <ConfirmDialog
      open={version !== null}
      onOpenChange={(open) => !open && onClose()}
      title={t("rerunTitle")}
      description={repeated.length > 0 ? t("rerunRepeats") : t("rerunNothing")}
      confirmLabel={t("rerunConfirm")}
      onConfirm={async () => {
        if (version) await rerun.mutateAsync({ id: run.id, version });
      }}
    >
      {repeated.length > 0 && <EffectLines lines={repeated} />}
    </ConfirmDialog>
  );
}

interface RerunDialogProps {
  run: ExecutionDetail;
  /** Null while nothing is asked. */
  version: "live" | "same" | null;
  onClose: () => void;
}
