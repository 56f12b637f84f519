"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { matchEntries } from "@/components/editor/palette/match-entries";
import type { PaletteEntry } from "@/components/editor/palette/palette-entry";
import { PaletteRow } from "@/components/editor/palette/palette-row";
import { usePaletteEntries } from "@/components/editor/palette/use-palette-entries";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import type { StepSearch as Search } from "@/components/editor/store/panel-slice";
import { ERROR } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";

const WIDTH = 288;
const HEIGHT = 340;

/** The search that opens at a `+`, on a line or where a drawn line was let go; its choice is joined at once. */
export function StepSearch() {
  const search = useEditor((state) => state.search);
  return search && <OpenSearch key={`${search.screen.x}:${search.screen.y}`} search={search} />;
}

function OpenSearch({ search }: { search: Search }) {
  const t = useTranslations("editor.search");
  const store = useEditorStore();
  const commands = useEditorCommands();
  const panel = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  const entries = usePaletteEntries().filter((entry) => fits(entry, search));
  const found = matchEntries(entries, text);
  const close = () => store.getState().show({ search: null });
  const choose = (entry: PaletteEntry) =>
    commands.add(entry, { at: search.into ? undefined : search.at, from: search.from, into: search.into });

  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      if (event.target instanceof Node && !panel.current?.contains(event.target))
        store.getState().show({ search: null });
    };
    window.addEventListener("pointerdown", onPointerDown, true);
    return () => window.removeEventListener("pointerdown", onPointerDown, true);
  }, [store]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") setActive(Math.min(active + 1, found.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
    else if (event.key === "Enter" && found[active]) choose(found[active]);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      aria-label={search.from?.handle === ERROR ? t("ifItFails") : t("label")}
      className="fixed z-40 flex max-h-85 w-72 animate-pop flex-col rounded-lg border border-border bg-popover shadow-raised"
      onKeyDown={onKeyDown}
      ref={panel}
      role="dialog"
      style={{
        left: Math.max(8, Math.min(search.screen.x, window.innerWidth - WIDTH - 8)),
        top: Math.max(8, Math.min(search.screen.y, window.innerHeight - HEIGHT - 8)),
      }}
    >
      <input
        aria-label={t("placeholder")}
        // biome-ignore lint/a11y/noAutofocus: opened by the person to type here
        autoFocus
        className="h-10 shrink-0 border-border border-b bg-transparent px-3 text-sm outline-none placeholder:text-muted-foreground"
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
        }}
        placeholder={search.from?.handle === ERROR ? t("ifItFails") : t("placeholder")}
        value={text}
      />
      <div className="min-h-0 flex-1 overflow-y-auto p-1.5">
        {found.map((entry, index) => (
          <PaletteRow active={index === active} entry={entry} key={entry.id} onAdd={choose} />
        ))}
        {found.length === 0 && <p className="py-6 text-center text-muted-foreground text-xs">{t("nothing")}</p>}
      </div>
    </div>
  );
}

/** Only what can stand there: no start after a step, nothing without a way on inside a line. */
function fits(entry: PaletteEntry, search: Search): boolean {
  const type = findNodeType(entry.type);
  if (!type || entry.refused) return false;
  if (type.isTrigger) return false;
  return !search.into || type.handles(entry.config).length > 0;
}
