import { z } from "zod";
import { requiredValueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { value } from "@/core/nodes/step-code";

/** Ends the execution as failed, with a message. */
export const stop = defineNodeType({
  type: "stop",
  category: "finish",
  icon: "octagon-x",
  config: z.strictObject({ message: requiredValueField("text") }),
  handles: () => [],
  describe: ({ message }) =>
    message?.kind === "literal" && typeof message.value === "string"
      ? sentence("describe.stopText", { text: message.value })
      : sentence("describe.stop"),
  outputType: () => "never",
  emit: ({ message }) => ({ method: "stop", settings: value(message, "message") }),
});
