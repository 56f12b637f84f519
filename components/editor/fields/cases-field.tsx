"use client";

import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { heldValue } from "@/components/editor/fields/held-value";
import { nextId, rowsAt, textOf } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { configureNode } from "@/core/graph/edits/configure-node";
import { removeEdges } from "@/core/graph/edits/remove-edges";

/** The paths of a choice: the value each is taken for, and its text on the card. What fits none goes on at *otherwise*. */
export function CasesField({ path, label, help }: ConfigFieldProps<"cases">) {
  const t = useTranslations("editor.fields");
  const store = useEditorStore();
  const { node, set, problemAt } = useStepForm();
  const rows = rowsAt(node.config, path);
  const ids = rows.map(({ id }) => textOf(id));
  const add = () => {
    const id = nextId("case", ids, rows.length + 1);
    set(path, [...rows, { id, label: "", equals: { kind: "literal", value: "" } }]);
  };
  const remove = (id: string) =>
    store.getState().edit((document) => {
      const lines = document.edges.filter((edge) => edge.from === node.id && edge.handle === id);
      const left = rows.filter((row) => row.id !== id);
      return configureNode(removeEdges(document, lines), node.id, path, left);
    });
  return (
    <fieldset aria-label={label} className="flex flex-col gap-3">
      {help && <p className="text-muted-foreground text-xs">{help}</p>}
      {rows.map((row, index) => (
        <fieldset className="flex flex-col gap-2 rounded-lg border border-border p-3" key={ids[index]}>
          <legend className="sr-only">{t("case", { number: index + 1 })}</legend>
          <div className="flex items-center gap-1.5">
            <Input
              aria-label={t("caseLabel", { number: index + 1 })}
              className="h-7 font-medium"
              maxLength={120}
              onChange={(event) => set(`${path}.${index}.label`, event.target.value)}
              placeholder={t("casePlaceholder", { number: index + 1 })}
              value={textOf(row.label)}
            />
            {rows.length > 1 && (
              <IconButton
                label={t("removeCase", { number: index + 1 })}
                onClick={() => remove(textOf(row.id))}
                size="sm"
              >
                <Trash2 />
              </IconButton>
            )}
          </div>
          {problemAt(`${path}.${index}.id`) && (
            <p className="text-state-failed text-xs">{problemAt(`${path}.${index}.id`)}</p>
          )}
          <ValueField
            kind="text"
            label={t("caseEquals")}
            onChange={(value) => set(`${path}.${index}.equals`, value ?? { kind: "literal", value: "" })}
            path={`${path}.${index}.equals`}
            value={heldValue(row.equals)}
          />
        </fieldset>
      ))}
      <Button className="self-start" onClick={add} size="sm" variant="ghost">
        <Plus />
        {t("addCase")}
      </Button>
    </fieldset>
  );
}
