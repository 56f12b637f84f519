"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { heldValue } from "@/components/editor/fields/held-value";
import { settingAt } from "@/components/editor/fields/setting-at";
import { useStepForm } from "@/components/editor/fields/step-form";
import { ValueField } from "@/components/editor/fields/value-field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import type { Json } from "@/core/values/json";

/** A list of names, each with its value. */
export function NamedValuesField({
  path,
  label,
  help,
}: Pick<ConfigFieldProps<"named-values">, "path" | "label" | "help">) {
  const t = useTranslations("editor.fields");
  const { node, set, problemAt } = useStepForm();
  const rows = rowsOf(settingAt(node.config, path));
  const add = () => {
    const name = rows.length === 0 ? "value" : `value${rows.length + 1}`;
    set(path, [...rows, { name, value: { kind: "literal", value: "" } }]);
  };
  return (
    <fieldset className="flex flex-col gap-3 rounded-lg border border-border p-3">
      <legend className="px-1 font-medium text-muted-foreground text-xs">{label}</legend>
      {rows.length === 0 && help && <p className="text-muted-foreground text-xs">{help}</p>}
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the list is what the row is
        <div className="flex flex-col gap-1 border-border border-b pb-3 last-of-type:border-0" key={index}>
          <div className="flex items-center gap-1">
            <Input
              aria-invalid={problemAt(`${path}.${index}.name`) ? true : undefined}
              aria-label={t("valueName", { number: index + 1 })}
              className="h-7 font-mono text-[13px]"
              onChange={(event) => set(`${path}.${index}.name`, event.target.value)}
              value={row.name}
            />
            <IconButton
              label={t("removeValue", { name: row.name })}
              onClick={() => set(`${path}.${index}`, undefined)}
              size="sm"
            >
              <X />
            </IconButton>
          </div>
          {problemAt(`${path}.${index}.name`) && (
            <p className="text-state-failed text-xs">{problemAt(`${path}.${index}.name`)}</p>
          )}
          <ValueField
            kind="text"
            label={t("valueOf", { name: row.name })}
            onChange={(value) => set(`${path}.${index}.value`, value ?? { kind: "literal", value: "" })}
            path={`${path}.${index}.value`}
            value={heldValue(row.value)}
          />
        </div>
      ))}
      <Button className="self-start" onClick={add} size="sm" variant="ghost">
        <Plus />
        {t("addValue")}
      </Button>
    </fieldset>
  );
}

function rowsOf(stored: Json | undefined): { name: string; value: Json }[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((row) =>
    row !== null && typeof row === "object" && !Array.isArray(row) && typeof row.name === "string"
      ? [{ name: row.name, value: row.value ?? null }]
      : [],
  );
}
