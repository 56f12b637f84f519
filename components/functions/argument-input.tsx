"use client";

import { useTranslations } from "next-intl";
import { type ArgumentMistake, controlFor } from "@/components/functions/argument-text";
import { argumentInputId } from "@/components/functions/use-function-trial";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { FunctionSignature } from "@/core/compiler/program";

interface ArgumentInputProps {
  parameter: FunctionSignature["parameters"][number];
  text: string;
  mistake?: ArgumentMistake;
  onChange: (text: string) => void;
}

/** One argument, typed in the way its type asks for. */
export function ArgumentInput({ parameter, text, mistake, onChange }: ArgumentInputProps) {
  const t = useTranslations("functions.test");
  const { name, type, optional } = parameter;
  const control = controlFor(type);
  return (
    <FormField
      label={<span className="font-mono text-xs">{name}</span>}
      action={<span className="max-w-36 truncate font-mono text-[0.6875rem] text-muted-foreground">{type}</span>}
      required={!optional}
      error={mistake && t(mistake)}
    >
      {(attributes) => {
        const shared = { ...attributes, "aria-labelledby": undefined, id: argumentInputId(name), "aria-label": name };
        if (control === "yes-no") {
          return (
            <Select
              {...attributes}
              ariaLabel={name}
              value={text === "" ? "empty" : text}
              onChange={(value) => onChange(value === "empty" ? "" : value)}
              options={[
                { value: "empty", label: t("empty") },
                { value: "true", label: t("yes") },
                { value: "false", label: t("no") },
              ]}
            />
          );
        }
        if (control === "json") {
          return (
            <Textarea
              {...shared}
              value={text}
              placeholder="{ }"
              spellCheck={false}
              className="font-mono text-xs"
              onChange={(event) => onChange(event.target.value)}
            />
          );
        }
        return (
          <Input
            {...shared}
            inputMode={control === "number" ? "decimal" : undefined}
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        );
      }}
    </FormField>
  );
}
