"use client";

import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { heldValues } from "@/components/editor/fields/held-value";
import { serviceOfStep } from "@/components/editor/fields/service-of-step";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import { useEditor } from "@/components/editor/store/editor-context";

/** The inputs of a ready-made action, required ones first. */
export function ActionInputsField({ path, label, control }: ConfigFieldProps<"action-inputs">) {
  const { node, set } = useStepForm();
  const service = useEditor((state) => serviceOfStep(node, state.context));
  const key = String(node.config[control.of] ?? "")
    .split("/")
    .at(-1);
  const action = service?.actions.find((candidate) => candidate.key === key);
  const values = heldValues(node.config[path]);
  if (!action) return null;
  const inputs = [...action.inputs].sort((a, b) => Number(b.required) - Number(a.required));
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-border p-3">
      <legend className="px-1 font-medium text-muted-foreground text-xs">{label}</legend>
      {inputs.map((input) => (
        <ValueField
          help={input.help}
          key={input.key}
          kind={input.type === "email" ? "text" : input.type}
          label={input.label}
          onChange={(value) => set(`${path}.${input.key}`, value)}
          path={`${path}.${input.key}`}
          required={input.required}
          value={values[input.key]}
        />
      ))}
    </fieldset>
  );
}
