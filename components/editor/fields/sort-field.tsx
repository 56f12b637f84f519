"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { settingAt, textOf } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { fieldOptions, useModuleFields } from "@/components/editor/fields/use-module-fields";
import { Combobox } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";

/** The field records are ordered by, and which way. */
export function SortField({ path, label, help, control }: ConfigFieldProps<"sort">) {
  const t = useTranslations("editor.fields");
  const { node, set, problemAt } = useStepForm();
  const fields = useModuleFields(control.of);
  const by = textOf(settingAt(node.config, `${path}.by`));
  const direction = settingAt(node.config, `${path}.direction`) === "descending" ? "descending" : "ascending";
  return (
    <FieldFrame error={problemAt(`${path}.by`) ?? problemAt(path)} help={help} label={label} path={path}>
      {(attributes) => (
        <div className="grid grid-cols-[minmax(0,1fr)_9rem_auto] items-center gap-1">
          <Combobox
            {...attributes}
            ariaLabel={label}
            onChange={(name) => set(path, { by: name, direction })}
            options={fieldOptions(fields)}
            placeholder={t("chooseField")}
            value={by || null}
          />
          <DirectionSelect
            disabled={!by}
            label={t("direction")}
            onChange={(next) => set(`${path}.direction`, next)}
            value={direction}
          />
          {by && (
            <IconButton label={t("removeSort")} onClick={() => set(path, undefined)} size="sm">
              <X />
            </IconButton>
          )}
        </div>
      )}
    </FieldFrame>
  );
}

interface DirectionSelectProps {
  label: string;
  value: "ascending" | "descending";
  onChange: (value: "ascending" | "descending") => void;
  disabled?: boolean;
}

/** Which way a list is ordered. */
export function DirectionSelect({ label, value, onChange, disabled }: DirectionSelectProps) {
  const t = useTranslations("editor.fields");
  return (
    <Select
      ariaLabel={label}
      disabled={disabled}
      onChange={onChange}
      options={[
        { value: "ascending", label: t("ascending") },
        { value: "descending", label: t("descending") },
      ]}
      value={value}
    />
  );
}
