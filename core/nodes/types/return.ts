import { z } from "zod";
import { valueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { constant, value } from "@/core/nodes/step-code";

/** Ends the execution with an answer: a message for the person who pressed, a value for the program that called. */
export const returnNode = defineNodeType({
  type: "return",
  category: "finish",
  icon: "reply",
  config: z.strictObject({ value: valueField() }),
  handles: () => [],
  describe: ({ value: held }) =>
    held?.kind === "literal" && typeof held.value === "string"
      ? sentence("describe.returnText", { text: held.value })
      : sentence(held ? "describe.return" : "describe.returnNothing"),
  outputType: () => "never",
  emit: (config) => ({ method: "return", settings: config.value ? value(config.value, "value") : constant(null) }),
});
