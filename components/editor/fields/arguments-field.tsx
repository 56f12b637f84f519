"use client";

import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import type { FixedKind } from "@/components/editor/fields/fixed-input";
import { heldValues } from "@/components/editor/fields/held-value";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import { useEditor } from "@/components/editor/store/editor-context";

/** A function's inputs, one field each. */
export function ArgumentsField({ path, label, control }: ConfigFieldProps<"arguments">) {
  const { node, set } = useStepForm();
  const chosen = useEditor((state) =>
    state.context.functions.find((candidate) => candidate.name === node.config[control.of]),
  );
  const values = heldValues(node.config[path]);
  if (!chosen || chosen.signature.parameters.length === 0) return null;
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-border p-3">
      <legend className="px-1 font-medium text-muted-foreground text-xs">{label}</legend>
      {chosen.signature.parameters.map((parameter) => (
        <ValueField
          help={parameter.type}
          key={parameter.name}
          kind={kindOf(parameter.type)}
          label={parameter.name}
          onChange={(value) => set(`${path}.${parameter.name}`, value)}
          path={`${path}.${parameter.name}`}
          required={!parameter.optional}
          value={values[parameter.name]}
        />
      ))}
    </fieldset>
  );
}

const kindOf = (type: string): FixedKind =>
  type === "number" ? "number" : type === "boolean" ? "yes-no" : type === "string" ? "text" : "json";
