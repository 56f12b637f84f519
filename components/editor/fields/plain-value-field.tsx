"use client";

import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import type { FixedKind } from "@/components/editor/fields/fixed-input";
import { heldValue } from "@/components/editor/fields/held-value";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import type { ValueHint } from "@/core/nodes/config-fields";

const KIND: Record<ValueHint, FixedKind> = {
  any: "text",
  text: "text",
  "long-text": "long-text",
  number: "number",
  "yes-no": "yes-no",
  "record-id": "text",
  url: "text",
  json: "json",
  list: "json",
};

/** One value. */
export function PlainValueField({ path, label, help, control }: ConfigFieldProps<"value">) {
  const { node, set } = useStepForm();
  return (
    <ValueField
      help={help}
      kind={KIND[control.type]}
      label={label}
      onChange={(value) => set(path, value)}
      path={path}
      required={control.required}
      value={heldValue(node.config[path])}
    />
  );
}
