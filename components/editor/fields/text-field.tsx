"use client";

import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { useStepForm } from "@/components/editor/fields/step-form";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";

/** A text without data. */
export function TextField({ path, label, help, control }: ConfigFieldProps<"text">) {
  const { node, set, problemAt } = useStepForm();
  const text = typeof node.config[path] === "string" ? node.config[path] : "";
  const change = (next: string) => set(path, next === "" && !control.required ? undefined : next);
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {(attributes) =>
        control.multiline ? (
          <Textarea {...attributes} maxLength={2_000} onChange={(event) => change(event.target.value)} value={text} />
        ) : (
          <Input {...attributes} maxLength={2_000} onChange={(event) => change(event.target.value)} value={text} />
        )
      }
    </FieldFrame>
  );
}
