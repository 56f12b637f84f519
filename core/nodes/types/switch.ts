import { z } from "zod";
import { OTHERWISE } from "@/core/graph/document";
import { checkHandleIds } from "@/core/nodes/check-handle-ids";
import { casesField, requiredValueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { object, value } from "@/core/nodes/step-code";

/** Takes the branch whose value equals the one asked for, else *otherwise*. */
export const switchNode = defineNodeType({
  type: "switch",
  category: "decide",
  icon: "signpost",
  config: z.strictObject({ value: requiredValueField(), cases: casesField() }),
  initialConfig: () => ({ cases: [{ id: "case1", label: "", equals: { kind: "literal", value: "" } }] }),
  handles: ({ cases = [] }) => [
    ...cases.map(({ id, label, equals }) => {
      const text = label || (equals.kind === "literal" ? String(equals.value ?? "") : "");
      return text ? { id, label: text } : { id };
    }),
    { id: OTHERWISE },
  ],
  describe: ({ cases = [] }) => sentence("describe.switch", { cases: cases.length }),
  outputType: ({ cases = [] }) =>
    [...cases.map((one) => one.id), OTHERWISE].map((id) => JSON.stringify(id)).join(" | "),
  check: ({ cases }, { node }) => checkHandleIds(node.id, "cases", cases),
  emit: ({ value: held, cases }) => ({
    method: "match",
    settings: object({
      value: value(held, "value"),
      cases: object(
        Object.fromEntries(cases.map(({ id, equals }, index) => [id, value(equals, `cases.${index}.equals`)])),
      ),
    }),
  }),
});
