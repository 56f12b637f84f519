"use client";

import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { heldValue } from "@/components/editor/fields/held-value";
import { settingAt } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import { Select } from "@/components/ui/select";
import { DURATION_UNITS } from "@/core/nodes/config-shapes";

/** A length of time: a number or a formula, and its unit. */
export function DurationField({ path, label, help, control }: ConfigFieldProps<"duration">) {
  const t = useTranslations("editor.fields");
  const units = useTranslations("nodes.choices.unit");
  const { node, set } = useStepForm();
  const stored = settingAt(node.config, `${path}.unit`);
  const unit = DURATION_UNITS.find((one) => one === stored) ?? "hours";
  const amount = heldValue(settingAt(node.config, `${path}.amount`));
  return (
    <div className="flex items-start gap-1.5">
      <div className="min-w-0 flex-1">
        <ValueField
          help={help}
          kind="number"
          label={label}
          onChange={(value) => set(path, value ? { amount: value, unit } : undefined)}
          path={`${path}.amount`}
          required={control.required}
          value={amount}
        />
      </div>
      <Select
        ariaLabel={t("unit", { label })}
        className="mt-7 w-28 shrink-0"
        disabled={!amount}
        onChange={(next) => set(`${path}.unit`, next)}
        options={DURATION_UNITS.map((one) => ({ value: one, label: units(one) }))}
        value={unit}
      />
    </div>
  );
}
