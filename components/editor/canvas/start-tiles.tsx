"use client";

import { useTranslations } from "next-intl";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { usePaletteEntries } from "@/components/editor/palette/use-palette-entries";

/** What an empty canvas shows: the ways an automation can start, in words. */
export function StartTiles() {
  const t = useTranslations("editor.canvas");
  const commands = useEditorCommands();
  const starts = usePaletteEntries().filter((entry) => entry.category === "start");
  return (
    <div className="pointer-events-none absolute inset-0 flex items-center justify-center p-8">
      <div className="pointer-events-auto w-full max-w-2xl rounded-xl border border-border bg-card/95 p-6 shadow-raised">
        <h2 className="font-semibold text-lg tracking-tight">{t("whenStart")}</h2>
        <p className="mt-0.5 mb-4 text-muted-foreground text-sm">{t("whenStartHelp")}</p>
        <div className="grid gap-2.5 sm:grid-cols-3">
          {starts.map((entry) => (
            <button
              className="flex flex-col items-start gap-2.5 rounded-lg border border-border p-4 text-left transition-colors hover:border-primary hover:bg-accent/60"
              key={entry.id}
              onClick={() => commands.add(entry, { at: { x: 0, y: 32 } })}
              type="button"
            >
              <StepIcon category={entry.category} icon={entry.icon} />
              <span className="font-medium text-sm">{entry.title}</span>
              <span className="text-muted-foreground text-xs leading-4">{entry.help}</span>
            </button>
          ))}
        </div>
      </div>
    </div>
  );
}
