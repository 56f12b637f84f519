"use client";

import { useTranslations } from "next-intl";
import { Canvas } from "@/components/editor/canvas/canvas";
import { useShortcuts } from "@/components/editor/canvas/use-shortcuts";
import { CodeTab } from "@/components/editor/code/code-tab";
import { ShortcutSheet } from "@/components/editor/frame/shortcut-sheet";
import { TopBar } from "@/components/editor/frame/top-bar";
import { useNarrow } from "@/components/editor/frame/use-narrow";
import { Inspector } from "@/components/editor/inspector/inspector";
import { OutlineTab } from "@/components/editor/outline/outline-tab";
import { Palette } from "@/components/editor/palette/palette";
import { PaletteRail } from "@/components/editor/palette/palette-rail";
import { PublishDialog } from "@/components/editor/publish/publish-dialog";
import { RunPanel } from "@/components/editor/run-panel/run-panel";
import { TestDialog } from "@/components/editor/run-panel/test-dialog";
import { useTestRun } from "@/components/editor/run-panel/use-test-run";
import { RunsTab } from "@/components/editor/runs/runs-tab";
import { useEditor } from "@/components/editor/store/editor-context";
import { useAutosave } from "@/components/editor/store/use-autosave";
import { useProblems } from "@/components/editor/store/use-problems";
import { useTypeFindings } from "@/components/editor/store/use-type-findings";
import { VersionsTab } from "@/components/editor/versions/versions-tab";
import type { AutomationDetail } from "@/server/automations/get-automation";

/** Top bar, palette, canvas, inspector and run panel. */
export function EditorFrame({ automation }: { automation: AutomationDetail }) {
  const t = useTranslations("editor.frame");
  const tab = useEditor((state) => state.tab);
  const narrow = useNarrow();
  const { flush, flashes } = useAutosave();
  useProblems();
  useTypeFindings();
  useTestRun();
  useShortcuts(flush);

  return (
    <div className="flex h-full min-h-0 flex-col bg-background">
      <TopBar automation={automation} flashes={flashes} />
      {tab === "canvas" && (
        <div className="relative flex min-h-0 flex-1">
          {narrow ? <PaletteRail /> : <Palette />}
          <div className="flex min-w-0 flex-1 flex-col">
            <Canvas />
            <RunPanel />
          </div>
          <Inspector overlay={narrow} />
        </div>
      )}
      {tab === "outline" && (
        <div className="relative flex min-h-0 flex-1">
          <OutlineTab />
          <Inspector overlay={narrow} />
        </div>
      )}
      {tab === "code" && <CodeTab liveNumber={automation.live?.number ?? null} />}
      {tab === "runs" && <RunsTab />}
      {tab === "versions" && <VersionsTab />}
      <TestDialog />
      <PublishDialog />
      <ShortcutSheet />
      <h1 className="sr-only">{t("title", { name: automation.name })}</h1>
    </div>
  );
}
