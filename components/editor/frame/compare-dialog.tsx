"use client";

import { useTranslations } from "next-intl";
import { ChangeList } from "@/components/editor/publish/change-list";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import type { TheirDraft } from "@/components/editor/store/save-state";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { documentChanges } from "@/core/graph/document-changes";
import { describeNode } from "@/core/nodes/describe-node";

interface CompareDialogProps {
  theirs: TheirDraft;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What differs between the draft here and the one another tab saved. */
export function CompareDialog({ theirs, open, onOpenChange }: CompareDialogProps) {
  const t = useTranslations("editor.save");
  const store = useEditorStore();
  const mine = useEditor((state) => state.document);
  const context = useEditor((state) => state.context);
  return (
    <Dialog
      description={t("compareHelp")}
      footer={
        <>
          <Button onClick={() => store.getState().takeTheirs(theirs, Date.now())}>{t("useTheirs")}</Button>
          <Button onClick={() => store.getState().keepMine(theirs)} variant="primary">
            {t("useMine")}
          </Button>
        </>
      }
      onOpenChange={onOpenChange}
      open={open}
      title={t("compareTitle")}
    >
      {open && <ChangeList changes={documentChanges(theirs.document, mine, (node) => describeNode(node, context))} />}
    </Dialog>
  );
}
