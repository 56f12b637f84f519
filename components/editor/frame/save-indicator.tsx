"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { CompareDialog } from "@/components/editor/frame/compare-dialog";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { cn } from "@/components/ui/cn";

/** Whether the draft is saved. Ctrl+S makes it flash. */
export function SaveIndicator({ flashes }: { flashes: number }) {
  const t = useTranslations("editor.save");
  const format = useFormatter();
  const store = useEditorStore();
  const save = useEditor((state) => state.save);
  const [comparing, setComparing] = useState(false);

  if (save.kind === "conflict") {
    const { theirs } = save;
    return (
      <div className="flex min-w-0 items-center gap-1 text-state-handled text-xs" role="alert">
        <span className="truncate">{t("conflict")}</span>
        <Choice label={t("compare")} onClick={() => setComparing(true)} />
        <Choice label={t("useMine")} onClick={() => store.getState().keepMine(theirs)} />
        <Choice label={t("useTheirs")} onClick={() => store.getState().takeTheirs(theirs, Date.now())} />
        <CompareDialog onOpenChange={setComparing} open={comparing} theirs={theirs} />
      </div>
    );
  }
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
      className={cn(
        "truncate rounded px-1 text-xs",
        save.kind !== "offline" && "max-sm:sr-only",
        save.kind === "offline" ? "text-state-failed" : "text-muted-foreground",
        flashes > 0 && "animate-save-flash",
      )}
      key={flashes}
      role="status"
      title={text}
    >
      {text}
    </span>
  );
}

const Choice = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <button
    className="shrink-0 rounded border border-border px-1.5 py-0.5 font-medium text-foreground hover:bg-accent"
    onClick={onClick}
    type="button"
  >
    {label}
  </button>
);
