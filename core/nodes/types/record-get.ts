import { z } from "zod";
import { moduleField, requiredValueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { checkModule, singularOf } from "@/core/nodes/look-up";
import { recordTypeName } from "@/core/nodes/record-type-name";
import { sentence } from "@/core/nodes/sentence";
import { constant, object, value } from "@/core/nodes/step-code";

/** Reads one record. */
export const recordGet = defineNodeType({
  type: "record.get",
  category: "records",
  icon: "file-search",
  onlyGives: true,
  canFail: true,
  config: z.strictObject({ module: moduleField(), id: requiredValueField("record-id") }),
  describe: ({ module }, context) =>
    module
      ? sentence("describe.recordGet", { module: singularOf(context, module) })
      : sentence("describe.recordWithoutModule"),
  effects: ({ module }, context) => {
    const target = module ? singularOf(context, module) : "";
    return [{ kind: "record.get", target, sentence: sentence("effects.recordGet", { target }) }];
  },
  outputType: ({ module }, { modules }) => recordTypeName(modules, module ?? ""),
  check: ({ module }, context) => checkModule(context, module),
  emit: ({ module, id }, { modules }) => ({
    method: "getRecord",
    typeArgument: recordTypeName(modules, module),
    settings: object({ module: constant(module), id: value(id, "id") }),
  }),
});
