"use client";

import { useTranslations } from "next-intl";
import { Popover as Radix } from "radix-ui";
import { useState } from "react";
import { StepIcon } from "@/components/editor/canvas/step-icon";
import { useEditorCommands } from "@/components/editor/canvas/use-editor-commands";
import { PaletteSection } from "@/components/editor/palette/palette-section";
import { usePaletteEntries } from "@/components/editor/palette/use-palette-entries";
import { menuPanelStyle } from "@/components/ui/menu-style";
import { CATEGORIES, type Category } from "@/core/nodes/node-type";

/** The palette on a narrow screen: one icon a section, its entries in a fly-out. */
export function PaletteRail() {
  const t = useTranslations("editor.palette");
  const sections = useTranslations("nodes.categories");
  const entries = usePaletteEntries();
  const commands = useEditorCommands();
  const [open, setOpen] = useState<Category | null>(null);
  return (
    <aside
      aria-label={t("label")}
      className="flex h-full w-12 shrink-0 flex-col items-center gap-1 border-border border-r bg-card py-2"
      data-palette
    >
      {CATEGORIES.map((category) => {
        const own = entries.filter((entry) => entry.category === category);
        if (own.length === 0) return null;
        return (
          <Radix.Root
            key={category}
            modal={false}
            onOpenChange={(now) => setOpen(now ? category : null)}
            open={open === category}
          >
            <Radix.Trigger
              aria-label={sections(category)}
              className="rounded-lg p-1.5 hover:bg-accent data-[state=open]:bg-accent"
              title={sections(category)}
            >
              <StepIcon category={category} icon={own[0]!.icon} size="small" />
            </Radix.Trigger>
            <Radix.Portal>
              <Radix.Content
                align="start"
                className={`${menuPanelStyle} max-h-[70vh] w-64 px-2 pb-2`}
                side="right"
                sideOffset={8}
              >
                <PaletteSection
                  entries={own}
                  onAdd={(entry) => {
                    commands.add(entry);
                    setOpen(null);
                  }}
                  title={sections(category)}
                />
              </Radix.Content>
            </Radix.Portal>
          </Radix.Root>
        );
      })}
    </aside>
  );
}
