"use client";

import { Maximize2, Minimize2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import { stepIconName } from "@/components/editor/canvas/step-icon-name";
import { StepName } from "@/components/editor/inspector/step-name";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";
import { IconButton } from "@/components/ui/icon-button";
import type { GraphNode } from "@/core/graph/document";
import { renameNode } from "@/core/graph/edits/rename-node";

/** What the step is: icon, label (a field), its kind in words and its name in formulas. */
export function InspectorHeader({ node }: { node: GraphNode }) {
  const t = useTranslations("editor.inspector");
  const types = useTranslations("nodes.types");
  const store = useEditorStore();
  const icon = useEditor((state) => stepIconName(node, state.context));
  const wide = useEditor((state) => state.wide);
  const { type } = stepFacts(node);
  const title = `${node.type}.label` as never;
  const show = store.getState().show;
  return (
    <header className="flex items-start gap-3 px-4 pt-3 pb-2">
      <StepIcon category={type?.category ?? "shape"} icon={icon} />
      <div className="min-w-0 flex-1">
        <input
          aria-label={t("stepLabel")}
          className="-ml-1 w-full truncate rounded border border-transparent bg-transparent px-1 font-semibold text-[15px] outline-none hover:border-border focus:border-ring"
          maxLength={120}
          onBlur={(event) => {
            if (event.target.value.trim() === "") event.target.value = node.label;
          }}
          onChange={(event) => {
            const label = event.target.value;
            if (label.trim())
              store.getState().edit((document) => renameNode(document, node.id, label), { group: `${node.id}.label` });
          }}
          value={node.label}
        />
        <div className="truncate text-muted-foreground text-xs">{types.has(title) ? types(title) : node.type}</div>
        <StepName key={node.id} node={node} />
      </div>
      <IconButton label={wide ? t("narrow") : t("wide")} onClick={() => show({ wide: !wide })} size="sm">
        {wide ? <Minimize2 /> : <Maximize2 />}
      </IconButton>
      <IconButton
        label={t("close")}
        onClick={() => {
          show({ wide: false });
          store.getState().select([]);
        }}
        size="sm"
      >
        <X />
      </IconButton>
    </header>
  );
}
