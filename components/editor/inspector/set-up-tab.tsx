"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfigField } from "@/components/editor/fields/config-field";
import { TurnsForm } from "@/components/editor/inspector/turns-form";
import { PredictedCountText } from "@/components/editor/run-panel/predicted-count";
import { useEditor } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";
import { cn } from "@/components/ui/cn";
import { LIMITS } from "@/core/execution/limits";
import type { GraphNode } from "@/core/graph/document";
import { formFields } from "@/core/nodes/form-fields";

/** The step's form, made from the schema of its type; what is rarely needed stands under "More". */
export function SetUpTab({ node }: { node: GraphNode }) {
  const t = useTranslations("editor.inspector");
  const [more, setMore] = useState(false);
  const predicted = useEditor((state) => state.prediction?.steps[node.id]);
  const fields = formFields(node.type, node.config);
  const hidden = fields.filter((field) => field.control.more);
  const isStart = stepFacts(node).type?.isTrigger ?? false;
  if (fields.length === 0 && !isStart) return <p className="text-muted-foreground text-sm">{t("nothingToSetUp")}</p>;
  return (
    <div className="flex flex-col gap-4">
      {fields
        .filter((field) => !field.control.more)
        .map((field) => (
          <ConfigField field={field} key={field.key} />
        ))}
      {hidden.length > 0 && (
        <button
          aria-expanded={more}
          className="flex items-center gap-1 self-start text-muted-foreground text-xs hover:text-foreground"
          onClick={() => setMore(!more)}
          type="button"
        >
          <ChevronRight className={cn("size-3.5 transition-transform", more && "rotate-90")} />
          {t("more")}
        </button>
      )}
      {more && hidden.map((field) => <ConfigField field={field} key={field.key} />)}
      {isStart && <TurnsForm node={node} />}
      {predicted && <PredictedCountText count={predicted} limit={LIMITS.statementsPerCall} />}
    </div>
  );
}
