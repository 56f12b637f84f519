import { z } from "zod";
import { moduleField, recordFieldsField, requiredValueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { checkModule, checkRecordFields, fieldLabels, singularOf } from "@/core/nodes/look-up";
import { recordTypeName } from "@/core/nodes/record-type-name";
import { sentence } from "@/core/nodes/sentence";
import { constant, object, value, valueObject } from "@/core/nodes/step-code";

/** Changes fields of one record. */
export const recordUpdate = defineNodeType({
  type: "record.update",
  category: "records",
  icon: "file-pen",
  canFail: true,
  config: z.strictObject({
    module: moduleField(),
    id: requiredValueField("record-id"),
    fields: recordFieldsField("module"),
  }),
  describe: ({ module, fields = {} }, context) =>
    module
      ? sentence("describe.recordUpdate", {
          module: singularOf(context, module),
          count: Object.keys(fields).length,
          fields: fieldLabels(context, module, fields),
        })
      : sentence("describe.recordWithoutModule"),
  effects: ({ module, fields = {} }, context) => {
    const target = module ? singularOf(context, module) : "";
    const params = { target, count: Object.keys(fields).length, fields: fieldLabels(context, module, fields) };
    return [{ kind: "record.update", target, sentence: sentence("effects.recordUpdate", params) }];
  },
  writes: ({ module, fields = {} }) => ({ module, events: ["edited"], fields: Object.keys(fields) }),
  outputType: ({ module }, { modules }) => recordTypeName(modules, module ?? ""),
  check: ({ module, fields }, context) => [
    ...checkModule(context, module),
    ...checkRecordFields(context, module, fields),
  ],
  emit: ({ module, id, fields }, { modules }) => ({
    method: "updateRecord",
    typeArgument: recordTypeName(modules, module),
    settings: object({
      module: constant(module),
      id: value(id, "id"),
      data: valueObject(fields, "fields") ?? object({}),
    }),
  }),
});
