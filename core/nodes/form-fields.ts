import { findNodeType } from "@/core/nodes/catalogue";
import { controlOf, type FieldControl } from "@/core/nodes/config-fields";
import { partialConfig } from "@/core/nodes/partial-config";

/** One field of a node's form. Its words are the messages `nodes.types.<type>.fields.<key>.label` and `.help`. */
export interface FormField {
  key: string;
  control: FieldControl;
}

/**
 * @param type the node's type
 * @param config the node's config, which with its defaults decides fields that are asked for only sometimes
 * @returns the fields of its form, in order; those below "More" last
 */
export function formFields(type: string, config: Record<string, unknown>): FormField[] {
  const nodeType = findNodeType(type);
  if (!nodeType) return [];
  const held = { ...config, ...partialConfig(nodeType, config) };
  const fields = Object.entries(nodeType.config.shape).flatMap(([key, schema]): FormField[] => {
    const control = controlOf(schema);
    return control && isShown(control, held) ? [{ key, control }] : [];
  });
  return [...fields.filter(({ control }) => !control.more), ...fields.filter(({ control }) => control.more)];
}

const isShown = ({ showWhen }: FieldControl, config: Record<string, unknown>): boolean =>
  !showWhen || [showWhen.equals].flat().includes(String(config[showWhen.field]));
