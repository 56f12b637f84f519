"use client";

import { Ellipsis, MousePointerClick, Play, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AttachDialog } from "@/components/functions/attach-dialog";
import { DeleteFunctionDialog } from "@/components/functions/delete-function-dialog";
import { PublishFunctionDialog } from "@/components/functions/publish-function-dialog";
import type { FunctionDraft } from "@/components/functions/use-function-draft";
import type { TrialState } from "@/components/functions/use-function-trial";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuItem } from "@/components/ui/dropdown-menu";
import { IconButton } from "@/components/ui/icon-button";
import { Tooltip } from "@/components/ui/tooltip";
import type { FunctionDetail } from "@/server/functions/get-function";

interface FunctionActionsProps {
  saved: FunctionDetail | null;
  draft: FunctionDraft;
  trial: TrialState;
}

/** Save, try, publish, attach, delete. */
export function FunctionActions({ saved, draft, trial }: FunctionActionsProps) {
  const t = useTranslations("functions");
  const [asking, setAsking] = useState<"attach" | "delete" | "publish" | null>(null);
  const close = () => setAsking(null);
  const unusable = draft.problems.length > 0;
  const nothingNew = saved?.pill.state === "published" && !draft.changed;
  const [opening, setOpening] = useState(false);
  const publish = async () => {
    setOpening(true);
    if ((await draft.save()) !== null) setAsking("publish");
    setOpening(false);
  };
  return (
    <>
      {saved && saved.pill.version > 0 && (
        <Button onClick={() => setAsking("attach")}>
          <MousePointerClick aria-hidden />
          {t("attach.button")}
        </Button>
      )}
      {!saved && <Button onClick={() => void draft.save()}>{t("save")}</Button>}
      <Tooltip content="Ctrl+Enter">
        <Button onClick={() => void trial.run()} loading={trial.running} disabled={unusable}>
          <Play aria-hidden />
          {t("saveAndExecute")}
        </Button>
      </Tooltip>
      <Tooltip content={nothingNew ? t("publish.nothingNew") : t("publish.tooltip")}>
        <span>
          <Button
            variant="primary"
            aria-disabled={nothingNew}
            loading={opening}
            className={nothingNew ? "opacity-55" : undefined}
            onClick={() => !nothingNew && void publish()}
          >
            {t("publish.button")}
          </Button>
        </span>
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
      {saved && asking === "publish" && <PublishFunctionDialog saved={saved} onClose={close} />}
      {saved && asking === "attach" && <AttachDialog saved={saved} onClose={close} />}
      {saved && <DeleteFunctionDialog saved={saved} open={asking === "delete"} onClose={close} />}
    </>
  );
}
