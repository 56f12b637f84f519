"use client";

import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { useStepForm } from "@/components/editor/fields/step-form";
import { Input } from "@/components/ui/input";
import { findNodeType } from "@/core/nodes/catalogue";
import { partialConfig } from "@/core/nodes/partial-config";

/** A whole number between a smallest and a largest. */
export function NumberField({ path, label, help, control }: ConfigFieldProps<"number">) {
  const { node, set, problemAt } = useStepForm();
  const type = findNodeType(node.type);
  const held = node.config[path] ?? (type && partialConfig(type, node.config)[path]);
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {(attributes) => (
        <Input
          {...attributes}
          max={control.max}
          min={control.min}
          onChange={(event) => set(path, event.target.value === "" ? undefined : Number(event.target.value))}
          step={1}
          type="number"
          value={typeof held === "number" ? held : ""}
        />
      )}
    </FieldFrame>
  );
}
