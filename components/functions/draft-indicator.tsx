"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { SourceDiff } from "@/components/functions/source-diff";
import type { FunctionDraft } from "@/components/functions/use-function-draft";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Dialog } from "@/components/ui/dialog";

/** Whether the draft is saved, and the choice when somebody else saved another one. Ctrl+S makes it flash. */
export function DraftIndicator({ draft }: { draft: FunctionDraft }) {
  const t = useTranslations("functions.draft");
  const format = useFormatter();
  const { saveState: save, flashes } = draft;
  if (save.kind === "conflict") return <Conflict draft={draft} theirs={save.theirs} />;
  const text =
    save.kind === "saved"
      ? t("saved", { time: format.dateTime(save.at, { hour: "2-digit", minute: "2-digit" }) })
      : save.kind === "saving"
        ? t("saving")
        : save.reason === "connection"
          ? t("offline")
          : t("refused", { message: save.message ?? "" });
  return (
    <span
      key={flashes}
      role="status"
      title={text}
      className={cn(
        "truncate rounded px-1 text-xs",
        save.kind === "offline" ? "text-state-failed" : "text-muted-foreground",
        flashes > 0 && "animate-save-flash",
      )}
    >
      {text}
    </span>
  );
}

function Conflict({
  draft,
  theirs,
}: {
  draft: FunctionDraft;
  theirs: Extract<FunctionDraft["saveState"], { kind: "conflict" }>["theirs"];
}) {
  const t = useTranslations("functions.draft");
  const [comparing, setComparing] = useState(false);
  const keepMine = () => draft.store.getState().keepMine(theirs);
  const takeTheirs = () => draft.store.getState().takeTheirs(theirs, Date.now());
  return (
    <span className="flex min-w-0 items-center gap-1 text-xs text-state-handled" role="alert">
      <span className="truncate">{t("conflict")}</span>
      <Button size="sm" onClick={() => setComparing(true)}>
        {t("compare")}
      </Button>
      <Button size="sm" onClick={keepMine}>
        {t("useMine")}
      </Button>
      <Button size="sm" onClick={takeTheirs}>
        {t("useTheirs")}
      </Button>
      <Dialog
        open={comparing}
        onOpenChange={setComparing}
        size="xl"
        title={t("compareTitle")}
        description={t("compareHelp")}
        footer={
          <>
            <Button onClick={takeTheirs}>{t("useTheirs")}</Button>
            <Button variant="primary" onClick={keepMine}>
              {t("useMine")}
            </Button>
          </>
        }
      >
        {comparing && <SourceDiff before={theirs.document.source} after={draft.source} />}
      </Dialog>
    </span>
  );
}
