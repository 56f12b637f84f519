import { z } from "zod";
import { checkParameters } from "@/core/nodes/check-parameters";
import { parametersField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { parametersType } from "@/core/nodes/parameter-type";
import { sentence } from "@/core/nodes/sentence";

/** Starts when a person, a test or another automation runs it. */
export const manual = defineNodeType({
  type: "manual",
  category: "start",
  icon: "play",
  isTrigger: true,
  config: z.strictObject({ parameters: parametersField() }),
  describe: ({ parameters = [] }) => sentence("describe.manual", { inputs: parameters.length }),
  outputType: ({ parameters = [] }) => parametersType(parameters),
  parameters: (config) => config.parameters ?? [],
  check: ({ parameters }, context) => checkParameters(context, "parameters", parameters),
  emit: () => null,
});
