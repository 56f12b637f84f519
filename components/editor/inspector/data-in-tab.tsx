"use client";

import { useTranslations } from "next-intl";
import { DataTree } from "@/components/editor/data/data-tree-view";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditor } from "@/components/editor/store/editor-context";

/** What earlier steps give this one, with the values of the last test or of the chosen record. */
export function DataInTab() {
  const t = useTranslations("editor.inspector");
  const { sources } = useStepForm();
  const tested = useEditor((state) => state.run !== null);
  const record = useEditor((state) => state.testRecord?.name);
  return (
    <div>
      <p className="px-2 pb-2 text-muted-foreground text-xs">
        {tested ? t("valuesOfTest") : record ? t("valuesOfRecord", { name: record }) : t("typesOnly")}
      </p>
      <DataTree sources={sources} />
    </div>
  );
}
