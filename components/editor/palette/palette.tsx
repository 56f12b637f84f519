"use client";

import { Plus, Search } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { matchEntries } from "@/components/editor/palette/match-entries";
import { PaletteRow } from "@/components/editor/palette/palette-row";
import { PaletteSection } from "@/components/editor/palette/palette-section";
import { usePaletteEntries } from "@/components/editor/palette/use-palette-entries";
import { useEditor } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";
import { Kbd } from "@/components/ui/kbd";
import { CATEGORIES, type Category } from "@/core/nodes/node-type";

/** Once there is a start, another is rarely looked for. */
const START_LAST: readonly Category[] = [...CATEGORIES.filter((category) => category !== "start"), "start"];

/** What can be put on the canvas: search first, then sections by intent. */
export function Palette() {
  const t = useTranslations("editor.palette");
  const sections = useTranslations("nodes.categories");
  const entries = usePaletteEntries();
  const commands = useEditorCommands();
  const hasStart = useEditor((state) => state.document.nodes.some((node) => stepFacts(node).type?.isTrigger));
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const found = text.trim() ? matchEntries(entries, text) : null;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === "Escape") {
      setText("");
      event.currentTarget.blur();
    }
    if (!found) return;
    if (event.key === "ArrowDown") setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter" && found[active] && !found[active].refused) commands.add(found[active]);
    else return;
    event.preventDefault();
  };

  return (
    <aside
      aria-label={t("label")}
      className="flex h-full w-65 shrink-0 flex-col border-border border-r bg-card"
      data-palette
    >
      <div className="relative p-2.5">
        <Search aria-hidden className="-translate-y-1/2 absolute top-1/2 left-5 size-3.5 text-muted-foreground" />
        <input
          aria-label={t("search")}
          className="h-8 w-full rounded-md border border-input bg-background pr-9 pl-8 text-[13px] outline-none placeholder:text-muted-foreground focus-visible:border-ring focus-visible:outline-2 focus-visible:outline-ring/40"
          id="palette-search"
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={t("search")}
          type="search"
          value={text}
        />
        <span className="-translate-y-1/2 pointer-events-none absolute top-1/2 right-4.5">{!text && <Kbd>N</Kbd>}</span>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-4">
        {found?.map((entry, index) => (
          <PaletteRow active={index === active} entry={entry} key={entry.id} onAdd={commands.add} />
        ))}
        {found?.length === 0 && (
          <p className="px-2 py-6 text-center text-muted-foreground text-xs">{t("nothing", { text })}</p>
        )}
        {!found &&
          (hasStart ? START_LAST : CATEGORIES).map((category) => {
            const own = entries.filter((entry) => entry.category === category);
            const footer = category === "functions" ? <NewFunction /> : undefined;
            if (own.length === 0 && !footer) return null;
            return (
              <PaletteSection
                entries={own}
                footer={footer}
                key={category}
                onAdd={commands.add}
                title={sections(category)}
              />
            );
          })}
      </div>
    </aside>
  );
}

function NewFunction() {
  const t = useTranslations("editor.palette");
  return (
    <Link
      className="flex h-8 items-center gap-2 rounded-md px-1.5 text-[13px] text-muted-foreground hover:bg-accent hover:text-foreground"
      href="/functions/new"
      target="_blank"
    >
      <span className="flex size-6 items-center justify-center">
        <Plus className="size-3.5" />
      </span>
      {t("newFunction")}
    </Link>
  );
}
