import { z } from "zod";
import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import { moduleField, recordFieldsField, requiredFieldNameField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import {
  checkFieldNames,
  checkModule,
  checkRecordFields,
  fieldLabels,
  findModule,
  missingFields,
  singularOf,
} from "@/core/nodes/look-up";
import type { NodeContext } from "@/core/nodes/node-type";
import { recordTypeName } from "@/core/nodes/record-type-name";
import { sentence } from "@/core/nodes/sentence";
import { constant, object, valueObject } from "@/core/nodes/step-code";
import type { Value } from "@/core/values/value";

/** Changes the record whose field has a value, or creates it. */
export const recordUpsert = defineNodeType({
  type: "record.upsert",
  category: "records",
  icon: "file-check",
  canFail: true,
  config: z.strictObject({
    module: moduleField(),
    match: requiredFieldNameField("module"),
    fields: recordFieldsField("module"),
  }),
  describe: ({ module }, context) =>
    module
      ? sentence("describe.recordUpsert", { module: singularOf(context, module) })
      : sentence("describe.recordWithoutModule"),
  effects: ({ module, fields = {} }, context) => {
    const target = module ? singularOf(context, module) : "";
    const params = { target, fields: fieldLabels(context, module, fields) };
    return [{ kind: "record.upsert", target, sentence: sentence("effects.recordUpsert", params) }];
  },
  writes: ({ module, fields = {} }) => ({ module, events: ["created", "edited"], fields: Object.keys(fields) }),
  outputType: ({ module }, { modules }) => recordTypeName(modules, module ?? ""),
  check: ({ module, match, fields }, context) => [
    ...checkModule(context, module),
    ...checkFieldNames(context, module, "match", [match]),
    ...checkRecordFields(context, module, fields),
    ...missingFields(context, module, fields),
    ...checkMatch(context, module, match, fields),
  ],
  emit: ({ module, match, fields }, { modules }) => ({
    method: "upsertRecord",
    typeArgument: recordTypeName(modules, module),
    settings: object({
      module: constant(module),
      match: constant(match),
      data: valueObject(fields, "fields") ?? object({}),
    }),
  }),
});

/** What it is found by must be given, or every run would create another. */
function checkMatch(context: NodeContext, module: string, match: string, fields: Record<string, Value>): Diagnostic[] {
  const known = findModule(context, module)?.fields.find((field) => field.apiName === match);
  if (!known || known.required || Object.hasOwn(fields, match)) return [];
  return [error("MISSING_SETTING", { nodeId: context.node.id, field: `fields.${match}` }, { setting: known.label })];
}
