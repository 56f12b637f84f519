"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FIXED_KIND_OF } from "@/components/editor/fields/fixed-kind-of";
import { heldValues } from "@/components/editor/fields/held-value";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import { useEditor } from "@/components/editor/store/editor-context";
import { Combobox } from "@/components/ui/combobox";
import { IconButton } from "@/components/ui/icon-button";
import type { CrmField } from "@/core/records/field-types";

/** Which fields of a record get which values; fields are added one by one, required ones stand there already. */
export function RecordFieldsField({ path, label, help, control }: ConfigFieldProps<"record-fields">) {
  const t = useTranslations("editor.fields");
  const { node, set } = useStepForm();
  const module = useEditor((state) =>
    state.context.modules.find((candidate) => candidate.apiName === node.config[control.of]),
  );
  if (!module) return null;
  const values = heldValues(node.config[path]);
  const stored = node.config[path];
  const names = stored !== null && typeof stored === "object" && !Array.isArray(stored) ? Object.keys(stored) : [];
  const unused = module.fields.filter((field) => !names.includes(field.apiName));
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-border p-3">
      <legend className="px-1 font-medium text-muted-foreground text-xs">{label}</legend>
      {names.length === 0 && <p className="text-muted-foreground text-xs">{help ?? t("noFields")}</p>}
      {names.map((name) => {
        const field = module.fields.find((candidate) => candidate.apiName === name);
        return (
          <div className="flex items-start gap-1" key={name}>
            <div className="min-w-0 flex-1">
              <ValueField
                kind={field ? FIXED_KIND_OF[field.type] : "text"}
                label={field?.label ?? name}
                onChange={(value) => set(`${path}.${name}`, value ?? EMPTY)}
                options={field?.options}
                path={`${path}.${name}`}
                required={field?.required}
                value={values[name]}
              />
            </div>
            <IconButton
              className="mt-7"
              label={t("removeField", { name: field?.label ?? name })}
              onClick={() => set(`${path}.${name}`, undefined)}
              size="sm"
            >
              <X />
            </IconButton>
          </div>
        );
      })}
      <AddField fields={unused} onAdd={(field) => set(`${path}.${field.apiName}`, EMPTY)} />
    </fieldset>
  );
}

/** A field that was added but not filled in yet. */
const EMPTY = { kind: "literal", value: "" } as const;

function AddField({ fields, onAdd }: { fields: CrmField[]; onAdd: (field: CrmField) => void }) {
  const t = useTranslations("editor.fields");
  return (
    <div className="flex items-center gap-2 text-muted-foreground">
      <Plus aria-hidden className="size-3.5" />
      <Combobox
        ariaLabel={t("addField")}
        onChange={(apiName) => {
          const field = fields.find((candidate) => candidate.apiName === apiName);
          if (field) onAdd(field);
        }}
        options={fields.map((field) => ({ value: field.apiName, label: field.label, hint: field.apiName }))}
        placeholder={t("addField")}
        value={null}
      />
    </div>
  );
}
