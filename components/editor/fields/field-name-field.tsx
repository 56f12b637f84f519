"use client";

import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { textOf } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { fieldOptions, useModuleFields } from "@/components/editor/fields/use-module-fields";
import { Combobox } from "@/components/ui/combobox";

/** One field of a record type. */
export function FieldNameField({ path, label, help, control }: ConfigFieldProps<"field-name">) {
  const t = useTranslations("editor.fields");
  const { node, set, problemAt } = useStepForm();
  const fields = useModuleFields(control.of, control.types);
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {(attributes) => (
        <Combobox
          {...attributes}
          ariaLabel={label}
          onChange={(name) => set(path, name)}
          options={fieldOptions(fields)}
          placeholder={t("chooseField")}
          value={textOf(node.config[path]) || null}
        />
      )}
    </FieldFrame>
  );
}
