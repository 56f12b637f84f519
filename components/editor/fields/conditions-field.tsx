"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { dataTree } from "@/components/editor/data/data-tree";
import { ConditionForm } from "@/components/editor/fields/condition-form";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { nextId, rowsAt, textOf } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { WithSources } from "@/components/editor/fields/with-sources";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { stepFacts } from "@/components/editor/store/step-facts";
import { Button } from "@/components/ui/button";
import { configureNode } from "@/core/graph/edits/configure-node";
import { removeEdges } from "@/core/graph/edits/remove-edges";
import { partialConfig } from "@/core/nodes/partial-config";
import type { Json } from "@/core/values/json";

/** The condition rows of a rule, tried from top to bottom; each has a line for now and up to five for later. */
export function ConditionsField({ path, label, help, control }: ConfigFieldProps<"conditions">) {
  const t = useTranslations("editor.conditions");
  const store = useEditorStore();
  const { node, data, set } = useStepForm();
  const context = useEditor((state) => state.context);
  const rows = rowsAt(node.config, path);
  const ids = rows.flatMap((row) => [textOf(row.id), ...afterIds(row)]);
  const add = () => set(path, [...rows, { id: nextId("condition", ids, rows.length + 1), label: "", after: [] }]);
  const own = useMemo(() => {
    const { type } = stepFacts(node);
    const given = type?.outputType(partialConfig(type, node.config), { ...context, node }) ?? "unknown";
    const root = { label: node.label, name: node.name, type: given, example: data[node.name], mayBeEmpty: false };
    return [{ nodeId: node.id, entry: dataTree(root, context), type: given, mayBeMissing: false }];
  }, [node, context, data]);
  const remove = (index: number) =>
    store.getState().edit((document) => {
      const gone = new Set([textOf(rows[index]?.id), ...afterIds(rows[index]!)]);
      const lines = document.edges.filter((edge) => edge.from === node.id && gone.has(edge.handle));
      const left = rows.filter((_, at) => at !== index);
      return configureNode(removeEdges(document, lines), node.id, path, left);
    });
  return (
    <fieldset aria-label={label} className="flex flex-col gap-3">
      <div>
        <p className="font-medium text-sm">{label}</p>
        {help && <p className="text-muted-foreground text-xs">{help}</p>}
      </div>
      <WithSources sources={own}>
        {rows.map((row, index) => (
          <ConditionForm
            key={textOf(row.id) || index}
            module={control.of}
            number={index + 1}
            onRemove={() => remove(index)}
            path={`${path}.${index}`}
            row={row}
            taken={ids}
          />
        ))}
      </WithSources>
      <Button className="self-start" onClick={add} size="sm" variant="ghost">
        <Plus />
        {t("add")}
      </Button>
    </fieldset>
  );
}

const afterIds = (row: Record<string, Json>): string[] => rowsAt(row, "after").map(({ id }) => textOf(id));
