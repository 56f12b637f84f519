import { z } from "zod";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";

/** Ends a loop; what the rounds before gave is its result. */
export const breakNode = defineNodeType({
  type: "break",
  category: "decide",
  icon: "circle-stop",
  endsRound: "break",
  config: z.strictObject({}),
  handles: () => [],
  describe: () => sentence("describe.break"),
  outputType: () => "never",
  emit: () => ({ method: "break" }),
});
