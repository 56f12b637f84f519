"use client";

import { useTranslations } from "next-intl";
import { destinationsOf } from "@/components/shell/destinations";
import { useShellPanels } from "@/components/shell/shell-panels";
import { useMe } from "@/components/shell/use-me";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

/** Every key of the product, opened with "?". */
export function ShortcutSheet() {
  const t = useTranslations("shell");
  const { open, show } = useShellPanels();
  const { role } = useMe();
  const places = destinationsOf(role).map(({ key, shortcut }) => ({ text: t(`places.${key}`), keys: ["g", shortcut] }));
  const everywhere = [
    { text: t("keys.palette"), keys: ["Ctrl", "K"] },
    { text: t("keys.sheet"), keys: ["?"] },
    { text: t("keys.close"), keys: ["Esc"] },
  ];
  const editor = EDITOR_KEYS.map(({ key, keys }) => ({ text: t(`keys.${key}`), keys }));
  return (
    <Dialog
      open={open === "shortcuts"}
      onOpenChange={(next) => show(next ? "shortcuts" : null)}
      title={t("keys.title")}
      size="lg"
    >
      <div className="gap-x-10 sm:columns-2">
        <Group title={t("keys.everywhere")} rows={everywhere} />
        {role !== "member" && <Group title={t("keys.editor")} rows={editor} />}
        <Group title={t("keys.goTo")} rows={places} />
      </div>
    </Dialog>
  );
}

const EDITOR_KEYS = [
  { key: "test", keys: ["Ctrl", "Enter"] },
  { key: "undo", keys: ["Ctrl", "Z"] },
  { key: "redo", keys: ["Ctrl", "Shift", "Z"] },
  { key: "delete", keys: ["Delete"] },
] as const;

function Group({ title, rows }: { title: string; rows: { text: string; keys: readonly string[] }[] }) {
  return (
    <section className="mb-5 break-inside-avoid">
      <h3 className="mb-1 text-xs font-medium text-muted-foreground">{title}</h3>
      <ul>
        {rows.map(({ text, keys }) => (
          <li
            key={text}
            className="flex h-8 items-center justify-between border-b border-border/60 text-[0.8125rem] last:border-0"
          >
            {text}
            <span className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
