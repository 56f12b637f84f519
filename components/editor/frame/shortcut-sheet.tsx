"use client";

import { useTranslations } from "next-intl";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const SHORTCUTS: { id: string; keys: string[][] }[] = [
  { id: "search", keys: [["N"]] },
  { id: "undo", keys: [["Ctrl", "Z"]] },
  {
    id: "redo",
    keys: [
      ["Ctrl", "Shift", "Z"],
      ["Ctrl", "Y"],
    ],
  },
  {
    id: "copyPaste",
    keys: [
      ["Ctrl", "C"],
      ["Ctrl", "X"],
      ["Ctrl", "V"],
    ],
  },
  { id: "duplicate", keys: [["Ctrl", "D"]] },
  { id: "selectAll", keys: [["Ctrl", "A"]] },
  { id: "boxSelect", keys: [["Shift", "⇢"]] },
  { id: "delete", keys: [["Del"]] },
  { id: "deleteRejoin", keys: [["Ctrl", "Del"]] },
  { id: "disable", keys: [["D"]] },
  { id: "wrap", keys: [["L"]] },
  { id: "heat", keys: [["H"]] },
  { id: "rename", keys: [["F2"]] },
  { id: "wide", keys: [["Enter"]] },
  { id: "walk", keys: [["←"], ["↑"], ["↓"], ["→"]] },
  { id: "zoom", keys: [["+"], ["-"], ["0"], ["1"]] },
  { id: "tidy", keys: [["Shift", "Alt", "T"]] },
  { id: "test", keys: [["Ctrl", "Enter"]] },
  { id: "save", keys: [["Ctrl", "S"]] },
  { id: "sheet", keys: [["?"]] },
];

/** Every key of the editor. */
export function ShortcutSheet() {
  const t = useTranslations("editor.shortcuts");
  const store = useEditorStore();
  const open = useEditor((state) => state.shortcuts);
  return (
    <Dialog onOpenChange={(shortcuts) => store.getState().show({ shortcuts })} open={open} size="lg" title={t("title")}>
      <dl className="grid grid-cols-1 gap-x-8 sm:grid-cols-2">
        {SHORTCUTS.map(({ id, keys }) => (
          <div className="flex h-9 items-center justify-between gap-3 border-border/60 border-b" key={id}>
            <dt className="text-sm">{t(id as never)}</dt>
            <dd className="flex items-center gap-1.5">
              {keys.map((combination) => (
                <span className="flex gap-0.5" key={combination.join("+")}>
                  {combination.map((key) => (
                    <Kbd key={key}>{key}</Kbd>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
