"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { useStepForm } from "@/components/editor/fields/step-form";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Parameter } from "@/core/nodes/config-fields";

/** Drafts may hold names that are not valid yet. */
const DraftParameters = Parameter.omit({ name: true }).loose().array();

/** The inputs an automation is started with: name, type, required. */
export function ParametersField({ path, label, help }: ConfigFieldProps<"parameters">) {
  const t = useTranslations("editor.fields");
  const types = useTranslations("nodes.choices.parameterType");
  const { node, set, problemAt } = useStepForm();
  const parsed = DraftParameters.safeParse(node.config[path] ?? []);
  const rows = parsed.success ? parsed.data : [];
  const add = () =>
    set(path, [
      ...rows.map((row) => JSON.parse(JSON.stringify(row))),
      { name: `input${rows.length + 1}`, type: "text", required: true },
    ]);
  return (
    <fieldset className="flex flex-col gap-2 rounded-lg border border-border p-3">
      <legend className="px-1 font-medium text-muted-foreground text-xs">{label}</legend>
      {rows.length === 0 && help && <p className="text-muted-foreground text-xs">{help}</p>}
      {rows.map((row, index) => {
        const problem = problemAt(`${path}.${index}.name`) ?? problemAt(`${path}.${index}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
          <div key={index}>
            <div className="grid grid-cols-[minmax(0,1fr)_7.5rem_auto_auto] items-center gap-1.5">
              <Input
                aria-invalid={problem ? true : undefined}
                aria-label={t("inputName", { number: index + 1 })}
                className="h-7 font-mono text-[13px]"
                onChange={(event) => set(`${path}.${index}.name`, event.target.value)}
                value={typeof row.name === "string" ? row.name : ""}
              />
              <Select
                ariaLabel={t("inputType", { number: index + 1 })}
                onChange={(type) => set(`${path}.${index}.type`, type)}
                options={Parameter.shape.type.options.map((type) => ({ value: type, label: types(type) }))}
                size="sm"
                value={row.type}
              />
              <span className="flex items-center gap-1.5 text-xs">
                <Checkbox
                  aria-label={t("required")}
                  checked={row.required}
                  onCheckedChange={(on) => set(`${path}.${index}.required`, on === true)}
                />
                {t("required")}
              </span>
              <IconButton
                label={t("removeInput", { number: index + 1 })}
                onClick={() => set(`${path}.${index}`, undefined)}
                size="sm"
              >
                <X />
              </IconButton>
            </div>
            {problem && <p className="mt-1 text-state-failed text-xs">{problem}</p>}
          </div>
        );
      })}
      <Button className="self-start" onClick={add} size="sm" variant="ghost">
        <Plus />
        {t("addInput")}
      </Button>
    </fieldset>
  );
}
