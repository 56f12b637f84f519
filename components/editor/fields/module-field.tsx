"use client";

import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditor } from "@/components/editor/store/editor-context";
import { Select } from "@/components/ui/select";

/** A record type. */
export function ModuleField({ path, label, help, control }: ConfigFieldProps<"module">) {
  const t = useTranslations("editor.fields");
  const { node, set, problemAt } = useStepForm();
  const modules = useEditor((state) => state.context.modules);
  const chosen = typeof node.config[path] === "string" ? node.config[path] : null;
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {(attributes) => (
        <Select
          {...attributes}
          ariaLabel={label}
          onChange={(module) => set(path, module)}
          options={modules.map((module) => ({ value: module.apiName, label: module.plural }))}
          placeholder={t("chooseModule")}
          value={chosen}
        />
      )}
    </FieldFrame>
  );
}
