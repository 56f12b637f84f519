"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useEditorStore } from "@/components/editor/store/editor-context";
import type { GraphNode } from "@/core/graph/document";
import { changeName, type NameRefusal } from "@/core/graph/edits/change-name";

/** The step's name in formulas. Pressed, it is a field; what reads the step reads it by the new name from then on. */
export function StepName({ node }: { node: GraphNode }) {
  const t = useTranslations("editor.inspector");
  const store = useEditorStore();
  const [written, setWritten] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<NameRefusal | null>(null);
  const refusalId = useId();

  const close = () => {
    setWritten(null);
    setRefusal(null);
  };
  /** @param andLeave a name that cannot be taken is dropped when one goes elsewhere */
  const take = (andLeave: boolean) => {
    const changed = changeName(store.getState().document, node.id, (written ?? node.name).trim());
    if (changed.refusal && !andLeave) return setRefusal(changed.refusal);
    if (!changed.refusal) store.getState().edit(() => changed.document);
    close();
  };

  return (
    <div className="mt-0.5 text-[11px] text-muted-foreground">
      <span className="flex items-center gap-1">
        <span className="shrink-0">{t("nameInFormulas")}</span>
        {written === null ? (
          <button
            aria-label={t("changeName", { name: node.name })}
            className="min-w-0 cursor-text truncate rounded bg-muted px-1 font-mono hover:ring-1 hover:ring-border focus-visible:ring-1 focus-visible:ring-ring"
            onClick={() => setWritten(node.name)}
            type="button"
          >
            {node.name}
          </button>
        ) : (
          <input
            aria-describedby={refusal ? refusalId : undefined}
            aria-invalid={refusal !== null}
            aria-label={t("nameInFormulas")}
            autoCapitalize="off"
            autoComplete="off"
            // biome-ignore lint/a11y/noAutofocus: it stands where the pressed button stood
            autoFocus
            className="min-w-0 flex-1 rounded border border-ring bg-transparent px-1 font-mono outline-none"
            maxLength={64}
            onBlur={() => take(true)}
            onChange={(event) => {
              setWritten(event.target.value);
              setRefusal(null);
            }}
            onFocus={(event) => event.target.select()}
            onKeyDown={(event) => {
              event.stopPropagation();
              if (event.key === "Enter") take(false);
              if (event.key === "Escape") close();
            }}
            spellCheck={false}
            value={written}
          />
        )}
      </span>
      {refusal && (
        <p className="mt-1 text-state-failed" id={refusalId} role="alert">
          {t(`nameRefusal.${refusal}`, { name: (written ?? "").trim() })}
        </p>
      )}
    </div>
  );
}
