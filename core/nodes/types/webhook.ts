import { z } from "zod";
import { choiceField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";

/** Starts when a service sends news to an address of its own. */
export const webhook = defineNodeType({
  type: "webhook",
  category: "start",
  icon: "webhook",
  isTrigger: true,
  config: z.strictObject({ answers: choiceField(["at-once", "after-the-run"], "at-once") }),
  describe: () => sentence("describe.webhook"),
  outputType: () =>
    "{ method: string; query: Record<string, string>; headers: Record<string, string>; body: any; id: string | null }",
  emit: () => null,
});
