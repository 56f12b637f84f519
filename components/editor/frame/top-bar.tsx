"use client";

import { CircleHelp, Play, Redo2, Undo2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { AutomationName } from "@/components/editor/frame/automation-name";
import { SaveIndicator } from "@/components/editor/frame/save-indicator";
import { StatusPill } from "@/components/editor/frame/status-pill";
import { PublishButton } from "@/components/editor/publish/publish-button";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import type { EditorTab } from "@/components/editor/store/panel-slice";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import type { AutomationDetail } from "@/server/automations/get-automation";

const TABS: EditorTab[] = ["canvas", "outline", "code", "runs", "versions"];

/** Where one is, whether it is live and saved, and the two things to do with it: Test and Publish. */
export function TopBar({ automation, flashes }: { automation: AutomationDetail; flashes: number }) {
  const t = useTranslations("editor.frame");
  const store = useEditorStore();
  const tab = useEditor((state) => state.tab);
  const canUndo = useEditor((state) => state.history.past.length > 0);
  const canRedo = useEditor((state) => state.history.future.length > 0);
  const empty = useEditor((state) => state.document.nodes.length === 0);
  return (
    <header className="grid h-12 shrink-0 grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-center has-[[role=alert]]:grid-cols-[minmax(0,1fr)_auto_auto] gap-3 border-border border-b bg-card px-3 max-sm:h-auto max-sm:grid-cols-[minmax(0,1fr)_auto] max-sm:gap-y-1.5 max-sm:py-1.5">
      <div className="flex min-w-0 items-center gap-2 overflow-hidden">
        <Link
          className="shrink-0 rounded-md px-1 text-muted-foreground text-sm hover:text-foreground max-xl:hidden"
          href="/automations"
        >
          {t("automations")}
        </Link>
        <span aria-hidden className="text-muted-foreground/60 max-xl:hidden">
          /
        </span>
        <AutomationName />
        <StatusPill automation={automation} />
        <SaveIndicator flashes={flashes} />
      </div>
      <div
        aria-label={t("views")}
        className="flex justify-center rounded-lg bg-muted p-0.5 max-sm:order-last max-sm:col-span-2"
        role="tablist"
      >
        {TABS.map((value) => (
          <button
            aria-selected={tab === value}
            className={cn(
              "h-7 rounded-md px-3 text-[13px] transition-colors",
              tab === value ? "bg-card font-medium shadow-card" : "text-muted-foreground hover:text-foreground",
            )}
            key={value}
            onClick={() => store.getState().show({ tab: value })}
            role="tab"
            type="button"
          >
            {t(`tabs.${value}`)}
          </button>
        ))}
      </div>
      <div className="flex items-center justify-end gap-1">
        <IconButton
          className="max-sm:hidden"
          disabled={!canUndo}
          label={t("undo")}
          onClick={() => store.getState().undo()}
        >
          <Undo2 />
        </IconButton>
        <IconButton
          className="max-sm:hidden"
          disabled={!canRedo}
          label={t("redo")}
          onClick={() => store.getState().redo()}
        >
          <Redo2 />
        </IconButton>
        <IconButton
          className="max-sm:hidden"
          label={t("shortcuts")}
          onClick={() => store.getState().show({ shortcuts: true })}
        >
          <CircleHelp />
        </IconButton>
        <Button
          className="ml-1"
          disabled={empty}
          onClick={() => store.getState().show({ tab: "canvas", testing: true, runOpen: true })}
        >
          <Play />
          {t("test")}
        </Button>
        <PublishButton automation={automation} />
      </div>
    </header>
  );
}
