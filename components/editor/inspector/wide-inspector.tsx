"use client";

import { useTranslations } from "next-intl";
import { executionOrder } from "@/components/editor/canvas/execution-order";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import { DataInTab } from "@/components/editor/inspector/data-in-tab";
import { InspectorHeader } from "@/components/editor/inspector/inspector-header";
import { InspectorProblems } from "@/components/editor/inspector/inspector-problems";
import { ResultTab } from "@/components/editor/inspector/result-tab";
import { SetUpTab } from "@/components/editor/inspector/set-up-tab";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";
import { cn } from "@/components/ui/cn";
import type { GraphNode } from "@/core/graph/document";

/** The inspector over the canvas: what comes in, the settings and the result side by side, the steps as a strip above. */
export function WideInspector({ node }: { node: GraphNode }) {
  const t = useTranslations("editor.inspector");
  return (
    <aside aria-label={t("label")} className="absolute inset-0 z-30 flex flex-col bg-background" data-inspector>
      <Strip selected={node.id} />
      <div className="border-border border-b bg-card">
        <InspectorHeader node={node} />
        <InspectorProblems node={node} />
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(0,1.2fr)_minmax(0,1fr)] divide-x divide-border">
        <Column title={t("tabs.data")}>
          <DataInTab />
        </Column>
        <Column title={t("tabs.setup")}>
          <SetUpTab node={node} />
        </Column>
        <Column title={t("tabs.result")}>
          <ResultTab node={node} />
        </Column>
      </div>
    </aside>
  );
}

function Strip({ selected }: { selected: string }) {
  const t = useTranslations("editor.inspector");
  const store = useEditorStore();
  const document = useEditor((state) => state.document);
  const byId = new Map(document.nodes.map((node) => [node.id, node]));
  return (
    <nav
      aria-label={t("path")}
      className="flex h-14 shrink-0 items-center gap-1.5 overflow-x-auto border-border border-b bg-muted/40 px-4"
    >
      {executionOrder(document).map((id) => {
        const node = byId.get(id)!;
        const { type } = stepFacts(node);
        return (
          <button
            aria-current={id === selected ? "step" : undefined}
            className={cn(
              "flex h-9 max-w-48 shrink-0 items-center gap-2 rounded-lg border border-border bg-card px-2 text-xs hover:bg-accent",
              id === selected && "border-primary ring-1 ring-primary",
            )}
            key={id}
            onClick={() => store.getState().select([id])}
            type="button"
          >
            <StepIcon category={type?.category ?? "shape"} icon={type?.icon ?? "box"} size="small" />
            <span className="truncate">{node.label}</span>
          </button>
        );
      })}
    </nav>
  );
}

const Column = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <section className="flex min-h-0 flex-col bg-card">
    <h3 className="px-4 pt-3 pb-1 font-medium text-muted-foreground text-xs">{title}</h3>
    <div className="min-h-0 flex-1 overflow-y-auto p-4 pt-1">{children}</div>
  </section>
);
