import { z } from "zod";
import { checkParameters } from "@/core/nodes/check-parameters";
import { apiNameField, parametersField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { parametersType } from "@/core/nodes/parameter-type";
import { sentence } from "@/core/nodes/sentence";

/** Starts when another program calls it. Without declared arguments it receives the JSON body as it came. */
export const api = defineNodeType({
  type: "api",
  category: "start",
  icon: "globe",
  isTrigger: true,
  config: z.strictObject({ apiName: apiNameField(), arguments: parametersField() }),
  describe: ({ apiName }) => (apiName ? sentence("describe.api", { apiName }) : sentence("describe.apiWithoutName")),
  outputType: (config) => (config.arguments && config.arguments.length > 0 ? parametersType(config.arguments) : "any"),
  parameters: (config) => config.arguments ?? [],
  check: (config, context) => checkParameters(context, "arguments", config.arguments),
  emit: () => null,
});
