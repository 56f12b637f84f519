import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { dataTree } from "@/components/editor/data/data-tree";
import { liveValue } from "@/components/editor/data/live-value";
import type { DataSource } from "@/components/editor/data/use-data-in";
import { heldValue } from "@/components/editor/fields/held-value";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditor } from "@/components/editor/store/editor-context";

/**
 * What `item` stands for in the formulas of a list's changes, with the first item of the list at hand as example.
 *
 * @param setting the setting that holds the list
 */
export function useItemSource(setting: string): DataSource {
  const t = useTranslations("editor.operations");
  const { node, data, sources } = useStepForm();
  const context = useEditor((state) => state.context);
  return useMemo(() => {
    const list = heldValue(node.config[setting]);
    const live = list?.kind === "literal" ? list.value : liveValue(list, data);
    const code = list?.kind === "expression" ? list.code.trim() : "";
    const type = sources.find(({ entry }) => entry.code === code)?.type ?? "";
    const root = {
      label: t("item"),
      name: "item",
      type: type.endsWith("[]") ? type.slice(0, -2) : "unknown",
      example: Array.isArray(live) ? live[0] : undefined,
      mayBeEmpty: false,
    };
    return { nodeId: `${node.id}.item`, entry: dataTree(root, context), type: root.type, mayBeMissing: false };
  }, [t, node, setting, data, sources, context]);
}
