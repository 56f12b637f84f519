import { useStepForm } from "@/components/editor/fields/step-form";
import { useEditor } from "@/components/editor/store/editor-context";
import type { CrmField, FieldType } from "@/core/records/field-types";

/**
 * The fields of the record type that another setting of the step names.
 *
 * @param of the setting
 * @param types only fields of these types
 */
export function useModuleFields(of: string, types?: readonly FieldType[]): CrmField[] {
  const { node } = useStepForm();
  const fields = useEditor(
    (state) => state.context.modules.find((candidate) => candidate.apiName === node.config[of])?.fields,
  );
  return (fields ?? []).filter(({ type }) => !types || types.includes(type));
}

/** Fields as the options of a list. */
export const fieldOptions = (fields: readonly CrmField[]) =>
  fields.map(({ apiName, label }) => ({ value: apiName, label, hint: apiName }));
