"use client";

import { useTranslations } from "next-intl";
import type { ComponentType } from "react";
import { ActionField } from "@/components/editor/fields/action-field";
import { ActionInputsField } from "@/components/editor/fields/action-inputs-field";
import { ApiNameField } from "@/components/editor/fields/api-name-field";
import { ArgumentsField } from "@/components/editor/fields/arguments-field";
import { AtEndOfBody } from "@/components/editor/fields/at-end-of-body";
import { AutomationField } from "@/components/editor/fields/automation-field";
import { AutomationInputsField } from "@/components/editor/fields/automation-inputs-field";
import { BranchesField } from "@/components/editor/fields/branches-field";
import { CasesField } from "@/components/editor/fields/cases-field";
import { ChoiceField } from "@/components/editor/fields/choice-field";
import { CodeField } from "@/components/editor/fields/code-field";
import { ConditionsField } from "@/components/editor/fields/conditions-field";
import { ConnectionField } from "@/components/editor/fields/connection-field";
import { DurationField } from "@/components/editor/fields/duration-field";
import { FieldNameField } from "@/components/editor/fields/field-name-field";
import { FieldNamesField } from "@/components/editor/fields/field-names-field";
import { FiltersField } from "@/components/editor/fields/filters-field";
import { FunctionField } from "@/components/editor/fields/function-field";
import { ModuleField } from "@/components/editor/fields/module-field";
import { NamedValuesField } from "@/components/editor/fields/named-values-field";
import { NumberField } from "@/components/editor/fields/number-field";
import { OperationsField } from "@/components/editor/fields/operations-field";
import { PairsField } from "@/components/editor/fields/pairs-field";
import { ParametersField } from "@/components/editor/fields/parameters-field";
import { PlainValueField } from "@/components/editor/fields/plain-value-field";
import { RecordFieldsField } from "@/components/editor/fields/record-fields-field";
import { ScheduleField } from "@/components/editor/fields/schedule-field";
import { SortField } from "@/components/editor/fields/sort-field";
import { useStepForm } from "@/components/editor/fields/step-form";
import { SwitchField } from "@/components/editor/fields/switch-field";
import { TextField } from "@/components/editor/fields/text-field";
import { findNodeType } from "@/core/nodes/catalogue";
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
  sort: SortField,
  schedule: ScheduleField,
  operations: OperationsField,
  number: NumberField,
  filters: FiltersField,
  "field-names": FieldNamesField,
  "field-name": FieldNameField,
  duration: DurationField,
  conditions: ConditionsField,
  cases: CasesField,
  "automation-inputs": AutomationInputsField,
  automation: AutomationField,
};

/** One setting of a step, made from the schema of its type. */
export function ConfigField({ field }: { field: FormField }) {
  const t = useTranslations("nodes.types");
  const { node } = useStepForm();
  const key = `${node.type}.fields.${field.key}`;
  const help = t.has(`${key}.help` as never) ? t(`${key}.help` as never) : undefined;
  const Control = FIELDS[field.control.control] as ComponentType<ConfigFieldProps>;
  const filled = <Control control={field.control} help={help} label={t(`${key}.label` as never)} path={field.key} />;
  const isResult = findNodeType(node.type)?.body?.resultField === field.key;
  return isResult ? <AtEndOfBody setting={field.key}>{filled}</AtEndOfBody> : filled;
}
