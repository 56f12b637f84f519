"use client";

import { useTranslations } from "next-intl";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { useEffectTarget } from "@/components/executions/use-effect-target";
import { Badge } from "@/components/ui/badge";

const TONE = { intent: "running", done: "succeeded", failed: "failed", unknown: "decision" } as const;
const KIND = {
  call: "call",
  "record.get": "recordGet",
  "record.find": "recordFind",
  "record.create": "recordCreate",
  "record.update": "recordUpdate",
  "record.upsert": "recordUpsert",
  "record.delete": "recordDelete",
  email: "email",
  wait: "wait",
  automation: "automation",
  "store.get": "storeGet",
  "store.set": "storeSet",
  "file.create": "fileCreate",
  "file.read": "fileRead",
} as const;

/** What the last test did outside itself. */
export function EffectRows() {
  const t = useTranslations("editor.run");
  const store = useEditorStore();
  const effects = useEditor((state) => state.run?.effects);
  const targetOf = useEffectTarget();
  const nodes = useEditor((state) => state.document.nodes);
  if (!effects || effects.length === 0) {
    return <p className="py-6 text-center text-muted-foreground text-xs">{t("nothingDone")}</p>;
  }
  return (
    <ul className="text-[13px]">
      {effects.map((effect) => (
        <li key={`${effect.nodeId}:${effect.path}:${effect.ordinal}`}>
          <button
            className="flex w-full items-center gap-3 rounded-md px-2 py-1 text-left hover:bg-accent"
            onClick={() => {
              store.getState().openStep(effect.nodeId);
              store.getState().show({ inspectorTab: "result" });
            }}
            type="button"
          >
            <Badge tone={TONE[effect.status]}>{t(`effectStates.${effect.status}`)}</Badge>
            <span className="min-w-0 flex-1 truncate">
              {t(`effectKinds.${KIND[effect.kind]}`, { target: targetOf(effect) })}
            </span>
            <span className="truncate text-muted-foreground text-xs">
              {nodes.find((node) => node.id === effect.nodeId)?.label}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
