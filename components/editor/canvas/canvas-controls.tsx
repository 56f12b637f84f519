"use client";

import { Panel, useReactFlow, useStore } from "@xyflow/react";
import { Flame, Lock, LockOpen, Maximize, Minus, Network, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { IconButton } from "@/components/ui/icon-button";

/** Zoom, fit, tidy and lock, bottom left. */
export function CanvasControls() {
  const t = useTranslations("editor.canvas");
  const store = useEditorStore();
  const commands = useEditorCommands();
  const flow = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const heat = useEditor((state) => state.heat);
  const hasRun = useEditor((state) => state.run !== null);
  const locked = useEditor((state) => state.locked);
  return (
    <Panel
      className="!m-3 flex items-center gap-0.5 rounded-lg border border-border bg-card p-0.5 shadow-card"
      position="bottom-left"
    >
      <IconButton label={t("zoomOut")} onClick={() => flow.zoomOut({ duration: 120 })} size="sm" tooltipSide="top">
        <Minus />
      </IconButton>
      <button
        aria-label={t("zoomReset")}
        className="h-6 w-11 rounded-md text-muted-foreground text-xs tabular-nums hover:bg-accent hover:text-foreground"
        onClick={() => flow.zoomTo(1, { duration: 120 })}
        type="button"
      >
        {zoom}%
      </button>
      <IconButton label={t("zoomIn")} onClick={() => flow.zoomIn({ duration: 120 })} size="sm" tooltipSide="top">
        <Plus />
      </IconButton>
      <span aria-hidden className="mx-0.5 h-4 w-px bg-border" />
      <IconButton
        label={t("fit")}
        onClick={() => flow.fitView({ duration: 200, padding: 0.2, maxZoom: 1 })}
        size="sm"
        tooltipSide="top"
      >
        <Maximize />
      </IconButton>
      <IconButton className="step-add" label={t("tidy")} onClick={commands.tidy} size="sm" tooltipSide="top">
        <Network />
      </IconButton>
      {hasRun && (
        <IconButton
          aria-pressed={heat}
          label={t("heat")}
          onClick={() => store.getState().show({ heat: !heat })}
          size="sm"
          tooltipSide="top"
        >
          <Flame className={heat ? "text-state-decision" : undefined} />
        </IconButton>
      )}
      <IconButton
        aria-pressed={locked}
        className="step-add"
        label={locked ? t("unlock") : t("lock")}
        onClick={() => store.getState().show({ locked: !locked })}
        size="sm"
        tooltipSide="top"
      >
        {locked ? <Lock /> : <LockOpen />}
      </IconButton>
    </Panel>
  );
}
