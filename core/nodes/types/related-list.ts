import { z } from "zod";
import { moduleField, requiredTextField, textField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { checkModule, singularOf } from "@/core/nodes/look-up";
import { recordTypeName } from "@/core/nodes/record-type-name";
import { sentence } from "@/core/nodes/sentence";

/** Starts when a record's page is looked at, and answers with the rows of a list on it. */
export const relatedList = defineNodeType({
  type: "related-list",
  category: "start",
  icon: "table-2",
  isTrigger: true,
  config: z.strictObject({
    module: moduleField(),
    title: requiredTextField(),
    emptyText: textField({ more: true }),
  }),
  describe: ({ module, title }, context) =>
    module
      ? sentence("describe.relatedList", { title: title ?? "", module: singularOf(context, module) })
      : sentence("describe.recordWithoutModule"),
  outputType: ({ module }, { modules }) =>
    `{ record: ${recordTypeName(modules, module ?? "")}; user: { id: string; name: string; email: string }; module: string }`,
  check: ({ module }, context) => checkModule(context, module),
  emit: () => null,
});
