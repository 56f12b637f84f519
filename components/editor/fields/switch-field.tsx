"use client";

import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { useStepForm } from "@/components/editor/fields/step-form";
import { Switch } from "@/components/ui/switch";

/** On or off. */
export function SwitchField({ path, label, help }: ConfigFieldProps<"switch">) {
  const { node, set, problemAt } = useStepForm();
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path}>
      {(attributes) => (
        <Switch
          {...attributes}
          aria-label={label}
          checked={node.config[path] === true}
          onCheckedChange={(on) => set(path, on || undefined)}
        />
      )}
    </FieldFrame>
  );
}
