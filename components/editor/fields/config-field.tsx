"use client";

import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { ActionField } from "@/components/editor/fields/action-field";
import { ActionInputsField } from "@/components/editor/fields/action-inputs-field";
import { ApiNameField } from "@/components/editor/fields/api-name-field";
import { ArgumentsField } from "@/components/editor/fields/arguments-field";
import { BranchesField } from "@/components/editor/fields/branches-field";
import { ChoiceField } from "@/components/editor/fields/choice-field";
import { CodeField } from "@/components/editor/fields/code-field";
import { ConnectionField } from "@/components/editor/fields/connection-field";
import { FunctionField } from "@/components/editor/fields/function-field";
import { ModuleField } from "@/components/editor/fields/module-field";
import { NamedValuesField } from "@/components/editor/fields/named-values-field";
import { PairsField } from "@/components/editor/fields/pairs-field";
import { ParametersField } from "@/components/editor/fields/parameters-field";
import { PlainValueField } from "@/components/editor/fields/plain-value-field";
import { RecordFieldsField } from "@/components/editor/fields/record-fields-field";
import { useStepForm } from "@/components/editor/fields/step-form";
import { SwitchField } from "@/components/editor/fields/switch-field";
import { TextField } from "@/components/editor/fields/text-field";
import type { FieldControl } from "@/core/nodes/config-fields";
import type { FormField } from "@/core/nodes/form-fields";

/** What every control is given. */
export interface ConfigFieldProps<Control extends FieldControl["control"] = FieldControl["control"]> {
  /** The setting's key in the config. */
  path: string;
  label: string;
  help?: string;
  control: Extract<FieldControl, { control: Control }>;
}

/** Each kind of control; a kind without one does not compile. */
const FIELDS: { [Control in FieldControl["control"]]: ComponentType<ConfigFieldProps<Control>> } = {
  value: PlainValueField,
  text: TextField,
  "api-name": ApiNameField,
  module: ModuleField,
  "record-fields": RecordFieldsField,
  function: FunctionField,
  arguments: ArgumentsField,
  connection: ConnectionField,
  action: ActionField,
  "action-inputs": ActionInputsField,
  branches: BranchesField,
  code: CodeField,
  choice: ChoiceField,
  switch: SwitchField,
  parameters: ParametersField,
  "named-values": NamedValuesField,
  pairs: PairsField,
};

/** One setting of a step, made from the schema of its type. */
export function ConfigField({ field }: { field: FormField }) {
  const t = useTranslations("nodes.types");
  const { node } = useStepForm();
  const key = `${node.type}.fields.${field.key}`;
  const help = t.has(`${key}.help` as never) ? t(`${key}.help` as never) : undefined;
  const Control = FIELDS[field.control.control] as ComponentType<ConfigFieldProps>;
  return <Control control={field.control} help={help} label={t(`${key}.label` as never)} path={field.key} />;
}
