import { z } from "zod";
import { OTHERWISE } from "@/core/graph/document";
import { checkHandleIds } from "@/core/nodes/check-handle-ids";
import { branchesField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { textInLines } from "@/core/nodes/step-code";
import { criteriaCode, criteriaLines } from "@/core/values/criteria-code";

/** Takes the first branch whose criteria hold, else *otherwise*. */
export const condition = defineNodeType({
  type: "condition",
  category: "decide",
  icon: "split",
  config: z.strictObject({ branches: branchesField() }),
  initialConfig: () => ({
    branches: [
      {
        id: "yes",
        label: "",
        when: { kind: "rows", match: "all", rows: [{ left: { kind: "expression", code: "" }, operator: "is" }] },
      },
    ],
  }),
  handles: ({ branches = [] }) => [
    ...branches.map(({ id, label }) => (label ? { id, label } : { id })),
    { id: OTHERWISE },
  ],
  describe: ({ branches = [] }) => {
    const [first] = branches;
    return first && branches.length === 1 && first.label
      ? sentence("describe.conditionNamed", { label: first.label })
      : sentence("describe.condition", { branches: branches.length });
  },
  outputType: ({ branches = [] }) =>
    [...branches.map((branch) => branch.id), OTHERWISE].map((id) => JSON.stringify(id)).join(" | "),
  check: ({ branches }, { node }) => checkHandleIds(node.id, "branches", branches),
  emit: ({ branches }) => ({
    method: "choose",
    settings: {
      kind: "cases",
      cases: branches.map((branch, index) => ({
        key: branch.id,
        code: textInLines(criteriaCode(branch.when), criteriaLines(branch.when), `branches.${index}.when`),
      })),
    },
  }),
});
