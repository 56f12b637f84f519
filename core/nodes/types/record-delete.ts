import { z } from "zod";
import { moduleField, requiredValueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { checkModule, singularOf } from "@/core/nodes/look-up";
import { sentence } from "@/core/nodes/sentence";
import { constant, object, value } from "@/core/nodes/step-code";

/** Deletes one record. */
export const recordDelete = defineNodeType({
  type: "record.delete",
  category: "records",
  icon: "file-x",
  canFail: true,
  config: z.strictObject({ module: moduleField(), id: requiredValueField("record-id") }),
  describe: ({ module }, context) =>
    module
      ? sentence("describe.recordDelete", { module: singularOf(context, module) })
      : sentence("describe.recordWithoutModule"),
  effects: ({ module }, context) => {
    const target = module ? singularOf(context, module) : "";
    return [{ kind: "record.delete", target, sentence: sentence("effects.recordDelete", { target }) }];
  },
  writes: ({ module }) => ({ module, events: ["deleted"], fields: [] }),
  outputType: () => "null",
  check: ({ module }, context) => checkModule(context, module),
  emit: ({ module, id }) => ({
    method: "deleteRecord",
    settings: object({ module: constant(module), id: value(id, "id") }),
  }),
});
