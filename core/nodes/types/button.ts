import { z } from "zod";
import { moduleField, requiredTextField, textField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { checkModule, singularOf } from "@/core/nodes/look-up";
import { recordTypeName } from "@/core/nodes/record-type-name";
import { sentence } from "@/core/nodes/sentence";

/** Starts when someone presses a button on a record. */
export const button = defineNodeType({
  type: "button",
  category: "start",
  icon: "mouse-pointer-click",
  isTrigger: true,
  config: z.strictObject({
    module: moduleField(),
    label: requiredTextField(),
    confirmation: textField({ multiline: true, more: true }),
  }),
  initialConfig: () => ({ label: "Run" }),
  describe: ({ module, label }, context) =>
    module
      ? sentence("describe.button", { label: label ?? "", module: singularOf(context, module) })
      : sentence("describe.buttonWithoutModule"),
  outputType: ({ module }, { modules }) =>
    `{ record: ${recordTypeName(modules, module ?? "")}; user: { id: string; name: string; email: string }; module: string }`,
  check: ({ module }, context) => checkModule(context, module),
  emit: () => null,
});
