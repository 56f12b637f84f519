"use client";

import { useTranslations } from "next-intl";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { renameDocument } from "@/core/graph/edits/rename-document";

/** The automation's name, a field that looks like text. */
export function AutomationName() {
  const t = useTranslations("editor.frame");
  const store = useEditorStore();
  const name = useEditor((state) => state.document.name);
  const commit = (text: string) => {
    const next = text.trim();
    if (next && next !== name) store.getState().edit((document) => renameDocument(document, next));
    return next || name;
  };
  return (
    <input
      aria-label={t("name")}
      className="field-sizing-content min-w-16 max-w-72 truncate rounded-md border border-transparent bg-transparent px-1.5 py-0.5 font-semibold text-sm outline-none hover:border-border focus:border-ring"
      defaultValue={name}
      key={name}
      maxLength={120}
      onBlur={(event) => {
        event.target.value = commit(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter") event.currentTarget.blur();
        if (event.key === "Escape") {
          event.currentTarget.value = name;
          event.currentTarget.blur();
        }
      }}
      title={t("rename")}
    />
  );
}
