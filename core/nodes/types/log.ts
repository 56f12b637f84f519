import { z } from "zod";
import { choiceField, requiredValueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { constant, object, value } from "@/core/nodes/step-code";

/** Writes one line to the log of the run. */
export const log = defineNodeType({
  type: "log",
  category: "tell",
  icon: "scroll-text",
  config: z.strictObject({
    message: requiredValueField("long-text"),
    level: choiceField(["info", "warn", "error"], "info"),
  }),
  describe: ({ message, level = "info" }) =>
    message?.kind === "literal" && typeof message.value === "string"
      ? sentence("describe.logText", { level, text: message.value })
      : sentence("describe.log", { level }),
  outputType: () => "null",
  emit: ({ level, message }) => ({
    method: "log",
    settings: object({ level: constant(level), message: value(message, "message") }),
  }),
});
