"use client";

import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { useStepForm } from "@/components/editor/fields/step-form";
import { cn } from "@/components/ui/cn";
import { Select } from "@/components/ui/select";

/** As many options as stand side by side; more become a list. */
const SIDE_BY_SIDE = 3;

/** One of a few options. Its words are `nodes.choices.<key>.<option>`, else the option itself. */
export function ChoiceField({ path, label, help, control }: ConfigFieldProps<"choice">) {
  const t = useTranslations("nodes.choices");
  const { node, set, problemAt } = useStepForm();
  const stored = node.config[path];
  const chosen = typeof stored === "string" ? stored : control.options[0]!;
  const word = (option: string): string => {
    const key = `${path}.${option}` as never;
    return t.has(key) ? t(key) : option;
  };
  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {(attributes) =>
        control.options.length > SIDE_BY_SIDE ? (
          <Select
            {...attributes}
            ariaLabel={label}
            onChange={(option) => set(path, option)}
            options={control.options.map((option) => ({ value: option, label: word(option) }))}
            value={chosen}
          />
        ) : (
          <div aria-label={label} className="flex rounded-md bg-muted p-0.5" id={attributes.id} role="radiogroup">
            {control.options.map((option) => (
              // biome-ignore lint/a11y/useSemanticElements: a segmented control has no element of its own
              <button
                aria-checked={option === chosen}
                className={cn(
                  "h-7 flex-1 rounded px-2 text-[13px] transition-colors",
                  option === chosen ? "bg-card font-medium shadow-card" : "text-muted-foreground hover:text-foreground",
                )}
                key={option}
                onClick={() => set(path, option)}
                role="radio"
                type="button"
              >
                {word(option)}
              </button>
            ))}
          </div>
        )
      }
    </FieldFrame>
  );
}
