"use client";

import { ChevronDown, ChevronUp, Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { EffectRows } from "@/components/editor/run-panel/effect-rows";
import { LogRows } from "@/components/editor/run-panel/log-rows";
import { ProblemRows } from "@/components/editor/run-panel/problem-rows";
import { RunResult } from "@/components/editor/run-panel/run-result";
import { StepRows } from "@/components/editor/run-panel/step-rows";
import { TestRecordPicker } from "@/components/editor/run-panel/test-record-picker";
import { testStart } from "@/components/editor/run-panel/test-start";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import type { RunTab } from "@/components/editor/store/panel-slice";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { IconButton } from "@/components/ui/icon-button";
import { Kbd } from "@/components/ui/kbd";
import { TabPanel, Tabs } from "@/components/ui/tabs";

/** Below the canvas: what a test runs with, how the last one went, and what is wrong before any. */
export function RunPanel() {
  const t = useTranslations("editor.run");
  const store = useEditorStore();
  const open = useEditor((state) => state.runOpen);
  const problems = useEditor((state) => state.problems.length);
  const hasErrors = useEditor((state) => state.problems.some((problem) => problem.severity === "error"));
  const document = useEditor((state) => state.document);
  const start = testStart(document);
  if (start.kind === "none") return null;
  const show = store.getState().show;
  return (
    <section aria-label={t("label")} className="flex shrink-0 flex-col border-border border-t bg-card">
      <div className="flex h-10 items-center gap-2 px-3">
        {start.kind === "record" && start.module && (
          <>
            <span className="text-muted-foreground text-xs">{t("with")}</span>
            <TestRecordPicker className="h-7 w-48" module={start.module} />
          </>
        )}
        <Button onClick={() => show({ testing: true })} size="sm" variant="ghost">
          <Play />
          {t("test")}
          <Kbd>Ctrl ⏎</Kbd>
        </Button>
        <RunResult />
        <div className="ml-auto flex items-center gap-1">
          {problems > 0 && !open && (
            <button
              className={cn(
                "rounded-md px-2 py-1 text-xs hover:bg-accent",
                hasErrors ? "text-state-failed" : "text-state-handled",
              )}
              onClick={() => show({ runOpen: true, runTab: "problems" })}
              type="button"
            >
              {t("problemCount", { count: problems })}
            </button>
          )}
          <IconButton
            aria-expanded={open}
            label={open ? t("close") : t("open")}
            onClick={() => show({ runOpen: !open })}
            size="sm"
            tooltipSide="top"
          >
            {open ? <ChevronDown /> : <ChevronUp />}
          </IconButton>
        </div>
      </div>
      {open && <RunTabs />}
    </section>
  );
}

function RunTabs() {
  const t = useTranslations("editor.run");
  const store = useEditorStore();
  const tab = useEditor((state) => state.runTab);
  const problems = useEditor((state) => state.problems.length);
  const effects = useEditor((state) => state.run?.effects.length ?? 0);
  return (
    <Tabs<RunTab>
      ariaLabel={t("label")}
      className="h-60 border-border border-t px-3 max-xl:h-45"
      onChange={(runTab) => store.getState().show({ runTab })}
      tabs={[
        { value: "steps", label: t("tabs.steps") },
        { value: "log", label: t("tabs.log") },
        { value: "problems", label: t("tabs.problems", { count: problems }) },
        { value: "effects", label: t("tabs.effects", { count: effects }) },
      ]}
      value={tab}
    >
      <TabPanel className="overflow-y-auto py-2" value="steps">
        <StepRows />
      </TabPanel>
      <TabPanel className="overflow-y-auto py-2" value="log">
        <LogRows />
      </TabPanel>
      <TabPanel className="overflow-y-auto py-2" value="problems">
        <ProblemRows />
      </TabPanel>
      <TabPanel className="overflow-y-auto py-2" value="effects">
        <EffectRows />
      </TabPanel>
    </Tabs>
  );
}
