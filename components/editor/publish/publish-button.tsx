"use client";

import { useTranslations } from "next-intl";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { Tooltip } from "@/components/ui/tooltip";
import type { AutomationDetail } from "@/server/automations/get-automation";

/** Publish; while it cannot, it says why, and a click opens the problems. */
export function PublishButton({ automation }: { automation: AutomationDetail }) {
  const t = useTranslations("editor.publish");
  const store = useEditorStore();
  const errors = useEditor((state) => state.problems.filter((problem) => problem.severity === "error").length);
  const empty = useEditor((state) => state.document.nodes.length === 0);
  const unsaved = useEditor((state) => state.save.kind !== "saved");
  const reason = empty
    ? t("empty")
    : errors > 0
      ? t("problems", { count: errors })
      : automation.pill.state === "live"
        ? t("nothingNew")
        : unsaved
          ? t("unsaved")
          : null;
  return (
    <Tooltip content={reason ?? t("help")}>
      <span>
        <Button
          aria-disabled={reason !== null}
          className={reason ? "opacity-55" : undefined}
          onClick={() => {
            if (errors > 0) store.getState().show({ tab: "canvas", runOpen: true, runTab: "problems" });
            else if (!reason) store.getState().show({ publishing: true });
          }}
          variant="primary"
        >
          {t("publish")}
        </Button>
      </span>
    </Tooltip>
  );
}
