import { z } from "zod";
import { codeField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { object } from "@/core/nodes/step-code";

/** Runs code written in the step. Its output is what the code returns; it reads earlier steps by their names. */
export const code = defineNodeType({
  type: "code",
  category: "shape",
  icon: "code",
  canFail: true,
  config: z.strictObject({ code: codeField() }),
  initialConfig: () => ({ code: "return null;" }),
  describe: (config) => sentence("describe.code", { lines: (config.code ?? "").split("\n").length }),
  outputType: () => "any",
  emit: (config) => ({
    method: "code",
    settings: object({}),
    body: { kind: "code", source: config.code, field: "code" },
  }),
});
