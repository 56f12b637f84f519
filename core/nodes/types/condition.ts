import { z } from "zod";
import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import { OTHERWISE } from "@/core/graph/document";
import { branchesField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { text } from "@/core/nodes/step-code";
import { criteriaCode } from "@/core/values/criteria-code";

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
  check: ({ branches }, { node }) => checkBranchIds(node.id, branches),
  emit: ({ branches }) => ({
    method: "choose",
    settings: {
      kind: "cases",
      cases: branches.map((branch, index) => ({
        key: branch.id,
        code: text(criteriaCode(branch.when), `branches.${index}.when`),
      })),
    },
  }),
});

function checkBranchIds(nodeId: string, branches: readonly { id: string }[]): Diagnostic[] {
  const seen = new Set<string>([OTHERWISE]);
  return branches.flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [error("BAD_SETTING", { nodeId, field: `branches.${index}.id` }, { reason: "twice", name: id })];
  });
}
