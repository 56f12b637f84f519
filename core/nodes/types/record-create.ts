import { z } from "zod";
import { moduleField, recordFieldsField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { checkModule, checkRecordFields, fieldLabels, missingFields, singularOf } from "@/core/nodes/look-up";
import { recordTypeName } from "@/core/nodes/record-type-name";
import { sentence } from "@/core/nodes/sentence";
import { constant, object, valueObject } from "@/core/nodes/step-code";

/** Creates a record. */
export const recordCreate = defineNodeType({
  type: "record.create",
  category: "records",
  icon: "file-plus",
  canFail: true,
  config: z.strictObject({ module: moduleField(), fields: recordFieldsField("module") }),
  describe: ({ module }, context) =>
    module
      ? sentence("describe.recordCreate", { module: singularOf(context, module) })
      : sentence("describe.recordWithoutModule"),
  effects: ({ module, fields = {} }, context) => {
    const target = module ? singularOf(context, module) : "";
    const params = { target, fields: fieldLabels(context, module, fields) };
    return [{ kind: "record.create", target, sentence: sentence("effects.recordCreate", params) }];
  },
  writes: ({ module, fields = {} }) => ({ module, events: ["created"], fields: Object.keys(fields) }),
  outputType: ({ module }, { modules }) => recordTypeName(modules, module ?? ""),
  check: ({ module, fields }, context) => [
    ...checkModule(context, module),
    ...checkRecordFields(context, module, fields),
    ...missingFields(context, module, fields),
  ],
  emit: ({ module, fields }, { modules }) => ({
    method: "createRecord",
    typeArgument: recordTypeName(modules, module),
    settings: object({ module: constant(module), data: valueObject(fields, "fields") ?? object({}) }),
  }),
});
