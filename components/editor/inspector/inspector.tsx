"use client";

import { useTranslations } from "next-intl";
import { StepFormProvider } from "@/components/editor/fields/step-form";
import { DataInTab } from "@/components/editor/inspector/data-in-tab";
import { FailureTab } from "@/components/editor/inspector/failure-tab";
import { InspectorHeader } from "@/components/editor/inspector/inspector-header";
import { InspectorProblems } from "@/components/editor/inspector/inspector-problems";
import { ResultTab } from "@/components/editor/inspector/result-tab";
import { SetUpTab } from "@/components/editor/inspector/set-up-tab";
import { WideInspector } from "@/components/editor/inspector/wide-inspector";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import type { InspectorTab } from "@/components/editor/store/panel-slice";
import { cn } from "@/components/ui/cn";
import { TabPanel, Tabs } from "@/components/ui/tabs";

/**
 * The settings and data of the selected step.
 *
 * @param overlay on a narrow screen it lies over the canvas
 */
export function Inspector({ overlay }: { overlay: boolean }) {
  const node = useEditor((state) =>
    state.selection.nodes.length === 1
      ? state.document.nodes.find((candidate) => candidate.id === state.selection.nodes[0])
      : undefined,
  );
  const wide = useEditor((state) => state.wide);
  if (!node) return null;
  return (
    <StepFormProvider key={node.id} node={node}>
      {wide ? <WideInspector node={node} /> : <NarrowInspector overlay={overlay} />}
    </StepFormProvider>
  );
}

function NarrowInspector({ overlay }: { overlay: boolean }) {
  const t = useTranslations("editor.inspector");
  const store = useEditorStore();
  const tab = useEditor((state) => state.inspectorTab);
  const node = useEditor((state) =>
    state.document.nodes.find((candidate) => candidate.id === state.selection.nodes[0]),
  );
  if (!node) return null;
  return (
    <aside
      aria-label={t("label")}
      className={cn(
        "flex h-full w-100 max-w-full shrink-0 flex-col border-border border-l bg-card",
        overlay && "absolute top-0 right-0 z-20 shadow-raised",
      )}
      data-inspector
    >
      <InspectorHeader node={node} />
      <InspectorProblems node={node} />
      <Tabs<InspectorTab>
        ariaLabel={t("label")}
        className="min-h-0 flex-1 [&>div:first-child]:px-3"
        onChange={(inspectorTab) => store.getState().show({ inspectorTab })}
        tabs={[
          { value: "setup", label: t("tabs.setup") },
          { value: "data", label: t("tabs.data") },
          { value: "result", label: t("tabs.result") },
          { value: "failure", label: t("tabs.failure") },
        ]}
        value={tab}
      >
        <TabPanel className="overflow-y-auto p-4" value="setup">
          <SetUpTab node={node} />
        </TabPanel>
        <TabPanel className="overflow-y-auto p-2" value="data">
          <DataInTab />
        </TabPanel>
        <TabPanel className="overflow-y-auto p-4" value="result">
          <ResultTab node={node} />
        </TabPanel>
        <TabPanel className="overflow-y-auto p-4" value="failure">
          <FailureTab node={node} />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
