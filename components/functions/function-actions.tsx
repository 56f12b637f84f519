"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Ellipsis, MousePointerClick, Play, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AttachDialog } from "@/components/functions/attach-dialog";
import { FunctionCallers } from "@/components/functions/function-callers";
import type { FunctionDraft } from "@/components/functions/use-function-draft";
import type { TrialState } from "@/components/functions/use-function-trial";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { toast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";
import type { FunctionDetail } from "@/server/functions/get-function";

interface FunctionActionsProps {
  saved: FunctionDetail | null;
  draft: FunctionDraft;
  trial: TrialState;
}

/** Save, try, attach, delete. */
export function FunctionActions({ saved, draft, trial }: FunctionActionsProps) {
  const t = useTranslations("functions");
  const [asking, setAsking] = useState<"attach" | "delete" | null>(null);
  const unusable = draft.problems.length > 0;
  const attach = async () => {
    if ((await draft.save()) !== null) setAsking("attach");
  };
  return (
    <>
      {saved && (
        <Button onClick={() => void attach()} disabled={unusable}>
          <MousePointerClick aria-hidden />
          {t("attach.button")}
        </Button>
      )}
      <Button
        onClick={() => void draft.save()}
        loading={draft.saving && !trial.running}
        disabled={!draft.changed || unusable || trial.running}
      >
        {t("save")}
      </Button>
      <Tooltip content="Ctrl+Enter">
        <Button variant="primary" onClick={() => void trial.run()} loading={trial.running} disabled={unusable}>
          <Play aria-hidden />
          {t("saveAndExecute")}
        </Button>
      </Tooltip>
      {saved && (
        <DropdownMenu
          trigger={
            <IconButton label={t("more")}>
              <Ellipsis />
            </IconButton>
          }
        >
          <DropdownMenuItem danger onSelect={() => setAsking("delete")}>
            <Trash2 aria-hidden />
            {t("delete")}
          </DropdownMenuItem>
        </DropdownMenu>
      )}
      {saved && asking === "attach" && <AttachDialog saved={saved} onClose={() => setAsking(null)} />}
      {saved && <DeleteFunction saved={saved} open={asking === "delete"} onClose={() => setAsking(null)} />}
    </>
  );
}

function DeleteFunction({ saved, open, onClose }: { saved: FunctionDetail; open: boolean; onClose: () => void }) {
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
        <FunctionCallers uses={usedBy} />
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
