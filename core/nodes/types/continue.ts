import { z } from "zod";
import { valueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { constant, value } from "@/core/nodes/step-code";

/** Ends this round of a loop and goes on with the next. */
export const continueNode = defineNodeType({
  type: "continue",
  category: "decide",
  icon: "skip-forward",
  endsRound: "continue",
  config: z.strictObject({ value: valueField() }),
  handles: () => [],
  describe: () => sentence("describe.continue"),
  outputType: () => "never",
  emit: (config) => ({ method: "continue", settings: config.value ? value(config.value, "value") : constant(null) }),
});
