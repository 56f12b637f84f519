"use client";

import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { serviceOfStep } from "@/components/editor/fields/service-of-step";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditor } from "@/components/editor/store/editor-context";
import { Select } from "@/components/ui/select";

/** A ready-made action of the step's service. */
export function ActionField({ path, label, help, control }: ConfigFieldProps<"action">) {
  const t = useTranslations("editor.fields");
  const { node, set, problemAt } = useStepForm();
  const service = useEditor((state) => serviceOfStep(node, state.context));
  if (!service) return null;
  const stored = node.config[path];
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {(attributes) => (
        <Select
          {...attributes}
          ariaLabel={label}
          onChange={(action) => set(path, action)}
          options={service.actions.map((action) => ({ value: `${service.key}/${action.key}`, label: action.name }))}
          placeholder={t("chooseAction")}
          value={
            typeof stored === "string" && stored ? (stored.includes("/") ? stored : `${service.key}/${stored}`) : null
          }
        />
      )}
    </FieldFrame>
  );
}
