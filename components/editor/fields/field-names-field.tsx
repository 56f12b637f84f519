"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { useStepForm } from "@/components/editor/fields/step-form";
import { fieldOptions, useModuleFields } from "@/components/editor/fields/use-module-fields";
import { Combobox } from "@/components/ui/combobox";

/** Several fields of a record type, as chips. */
export function FieldNamesField({ path, label, help, control }: ConfigFieldProps<"field-names">) {
  const t = useTranslations("editor.fields");
  const { node, set, problemAt } = useStepForm();
  const fields = useModuleFields(control.of);
  const held = node.config[path];
  const names = Array.isArray(held) ? held.filter((name) => typeof name === "string") : [];
  const labelOf = (name: string) => fields.find(({ apiName }) => apiName === name)?.label ?? name;
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {(attributes) => (
        <div className="flex flex-col gap-1.5">
          {names.length > 0 && (
            <ul className="flex flex-wrap gap-1">
              {names.map((name) => (
                <li
                  className="flex h-6 items-center gap-1 rounded-full border border-border bg-muted pr-1 pl-2 text-xs"
                  key={name}
                >
                  {labelOf(name)}
                  <button
                    aria-label={t("removeField", { name: labelOf(name) })}
                    className="flex size-4 items-center justify-center rounded-full hover:bg-accent"
                    onClick={() =>
                      set(
                        path,
                        names.filter((other) => other !== name),
                      )
                    }
                    type="button"
                  >
                    <X className="size-3" />
                  </button>
                </li>
              ))}
            </ul>
          )}
          <Combobox
            {...attributes}
            ariaLabel={label}
            onChange={(name) => set(path, [...names, name])}
            options={fieldOptions(fields.filter(({ apiName }) => !names.includes(apiName)))}
            placeholder={t("addField")}
            value={null}
          />
        </div>
      )}
    </FieldFrame>
  );
}
