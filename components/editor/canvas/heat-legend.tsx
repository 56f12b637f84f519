"use client";

import { Panel } from "@xyflow/react";
import { useFormatter, useTranslations } from "next-intl";
import { heatColour } from "@/components/editor/canvas/use-heat";
import { useEditor } from "@/components/editor/store/editor-context";
import { heatOf } from "@/components/editor/store/heat";

/** What the tint of the cards means, bottom left. */
export function HeatLegend() {
  const t = useTranslations("editor.heat");
  const format = useFormatter();
  const total = useEditor((state) => (state.heat && state.run ? heatOf(state.run.steps).total : null));
  if (total === null) return null;
  const percent = (share: number) => format.number(share, { style: "percent" });
  return (
    <Panel
      className="!mb-14 !ml-3 rounded-lg border border-border bg-card px-3 py-2 text-xs shadow-card"
      data-heat
      position="bottom-left"
    >
      <p className="font-medium">{t("title")}</p>
      <div className="mt-1 flex items-center gap-2 text-muted-foreground tabular-nums">
        {percent(0)}
        <span
          aria-hidden
          className="h-2 w-28 rounded-full border border-border"
          style={{ backgroundImage: `linear-gradient(to right, ${heatColour(0)}, ${heatColour(1)})` }}
        />
        {percent(1)}
      </div>
      <p className="mt-1 text-muted-foreground tabular-nums">{t("help", { total })}</p>
    </Panel>
  );
}
