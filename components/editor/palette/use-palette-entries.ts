import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { entryVariants } from "@/components/editor/palette/entry-variants";
import type { PaletteEntry } from "@/components/editor/palette/palette-entry";
import { useEditor } from "@/components/editor/store/editor-context";
import { NODE_TYPES } from "@/core/nodes/catalogue";
import { CATEGORIES } from "@/core/nodes/node-type";

/** Everything that can be put on the canvas now, in the palette's order. */
export function usePaletteEntries(): PaletteEntry[] {
  const t = useTranslations("editor.palette");
  const types = useTranslations("nodes.types");
  const context = useEditor((state) => state.context);
  const hasStart = useEditor((state) => state.document.nodes.some((node) => isTrigger(node.type)));
  return useMemo(() => {
    const entries = NODE_TYPES.flatMap((type): PaletteEntry[] => {
      const basic: PaletteEntry = {
        id: type.type,
        category: type.category,
        type: type.type,
        icon: type.icon,
        title: types(`${type.type}.label` as never),
        help: types(`${type.type}.description` as never),
        synonyms: types(`${type.type}.synonyms` as never),
        label: t(`newLabels.${type.type}` as never),
        config: type.initialConfig(),
        refused: type.isTrigger && hasStart ? t("oneStart") : undefined,
      };
      const variants = entryVariants[type.type]?.(basic, context);
      return variants ?? [basic];
    });
    return entries.sort((a, b) => CATEGORIES.indexOf(a.category) - CATEGORIES.indexOf(b.category));
  }, [t, types, context, hasStart]);
}

const triggers = new Set(NODE_TYPES.filter((type) => type.isTrigger).map((type) => type.type));
const isTrigger = (type: string): boolean => triggers.has(type);
