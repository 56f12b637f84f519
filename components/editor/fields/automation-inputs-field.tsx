"use client";

import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import type { FixedKind } from "@/components/editor/fields/fixed-input";
import { heldValues } from "@/components/editor/fields/held-value";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import { useEditor } from "@/components/editor/store/editor-context";
import type { Parameter } from "@/core/nodes/config-fields";

const KIND: Record<Parameter["type"], FixedKind> = {
  text: "text",
  number: "number",
  "yes-no": "yes-no",
  date: "date",
  "date-time": "date-time",
  list: "json",
  object: "json",
  any: "text",
};

/** The inputs of another automation, one field each. */
export function AutomationInputsField({ path, label, control }: ConfigFieldProps<"automation-inputs">) {
  const { node, set } = useStepForm();
  const parameters = useEditor(
    (state) => state.context.automations?.find(({ name }) => name === node.config[control.of])?.parameters,
  );
  const values = heldValues(node.config[path]);
  if (!parameters || parameters.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-border p-3">
      <legend className="px-1 font-medium text-muted-foreground text-xs">{label}</legend>
      {parameters.map(({ name, type, required, default: initial }) => (
        <ValueField
          key={name}
          kind={KIND[type]}
          label={name}
          onChange={(value) => set(`${path}.${name}`, value)}
          path={`${path}.${name}`}
          required={required && initial === undefined}
          value={values[name]}
        />
      ))}
    </fieldset>
  );
}
