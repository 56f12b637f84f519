"use client";

import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { textOf } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditor } from "@/components/editor/store/editor-context";
import { Combobox } from "@/components/ui/combobox";

/** An automation that others may run. */
export function AutomationField({ path, label, help, control }: ConfigFieldProps<"automation">) {
  const t = useTranslations("editor.fields");
  const { node, set, problemAt } = useStepForm();
  const automations = useEditor((state) => state.context.automations);
  const chosen = textOf(node.config[path]) || null;
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {(attributes) => (
        <Combobox
          {...attributes}
          ariaLabel={label}
          emptyText={t("noAutomation")}
          onChange={(name) => set(path, name)}
          options={(automations ?? []).map(({ name, parameters }) => ({
            value: name,
            label: name,
            hint: parameters.map((parameter) => parameter.name).join(", "),
          }))}
          placeholder={t("chooseAutomation")}
          value={chosen}
          valueLabel={chosen ?? undefined}
        />
      )}
    </FieldFrame>
  );
}
