"use client";

import { Plus } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { autoMap } from "@/components/editor/data/auto-map";
import type { ConfigFieldProps } from "@/components/editor/fields/config-field";
import { FieldFrame } from "@/components/editor/fields/field-frame";
import { PublishedVersion } from "@/components/editor/fields/published-version";
import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditor, useEditorStore } from "@/components/editor/store/editor-context";
import { Combobox } from "@/components/ui/combobox";
import { configureNode } from "@/core/graph/edits/configure-node";
import { formFields } from "@/core/nodes/form-fields";

/** A function of the workspace; choosing one fills in its inputs by their names. */
export function FunctionField({ path, label, help, control }: ConfigFieldProps<"function">) {
  const t = useTranslations("editor.fields");
  const store = useEditorStore();
  const { node, sources, problemAt } = useStepForm();
  const functions = useEditor((state) => state.context.functions);
  const chosen = typeof node.config[path] === "string" ? node.config[path] : null;

  const found = functions.find(({ name }) => name === chosen);

  const choose = (name: string) => {
    const signature = functions.find((candidate) => candidate.name === name)?.signature;
    const target = formFields(node.type, node.config).find(
      ({ control: other }) => other.control === "arguments" && other.of === path,
    );
    store.getState().edit((document) => {
      const named = configureNode(document, node.id, path, name);
      if (!signature || !target) return named;
      return configureNode(
        named,
        node.id,
        target.key,
        autoMap(
          signature.parameters.map((parameter) => parameter.name),
          sources,
        ),
      );
    });
  };

  return (
    <FieldFrame error={problemAt(path)} help={help} label={label} path={path} required={control.required}>
      {(attributes) => (
        <>
          <Combobox
            {...attributes}
            ariaLabel={label}
            footer={
              <Link
                className="flex h-7 items-center gap-2 rounded-md px-2 text-[13px] hover:bg-accent"
                href="/functions/new"
                target="_blank"
              >
                <Plus className="size-3.5" />
                {t("newFunction")}
              </Link>
            }
            onChange={choose}
            options={functions.map(({ name, signature, description, version }) => ({
              value: name,
              label: `${name}(${signature.parameters.map((parameter) => parameter.name).join(", ")})`,
              hint: version === 0 ? t("functionNotPublished") : description,
            }))}
            placeholder={t("chooseFunction")}
            value={chosen}
            valueLabel={chosen ?? undefined}
          />
          {found && <PublishedVersion name={found.name} version={found.version} />}
        </>
      )}
    </FieldFrame>
  );
}
