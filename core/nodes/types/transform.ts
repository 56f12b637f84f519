import { z } from "zod";
import { operationsField, requiredValueField } from "@/core/nodes/config-fields";
import type { ListOperation } from "@/core/nodes/config-shapes";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { textInLines } from "@/core/nodes/step-code";
import { operationsCode } from "@/core/nodes/types/operations-code";

/** Changes a list without code: filter, reshape, sort, group, join, one change after the other. */
export const transform = defineNodeType({
  type: "transform",
  category: "shape",
  icon: "list-filter",
  onlyGives: true,
  canFail: true,
  config: z.strictObject({ list: requiredValueField("list"), operations: operationsField() }),
  initialConfig: () => ({
    operations: [
      {
        kind: "filter",
        when: { kind: "rows", match: "all", rows: [{ left: { kind: "expression", code: "" }, operator: "is" }] },
      },
    ],
  }),
  localNames: (path) => (path.startsWith("operations.") && !/^operations\.\d+\.with\b/.test(path) ? ["item"] : []),
  describe: ({ operations = [] }) =>
    sentence("describe.transform", { operations: operations.length, first: operations[0]?.kind ?? "none" }),
  outputType: ({ operations = [] }) => operations.reduce((_, { kind }) => OUTPUTS[kind], "any[]"),
  emit: ({ list, operations }) => {
    const { flat, lines } = operationsCode(list, operations);
    return { method: "set", settings: textInLines(flat, lines, "operations") };
  },
});

const OUTPUTS: Record<ListOperation["kind"], string> = {
  filter: "any[]",
  map: "any[]",
  sort: "any[]",
  unique: "any[]",
  limit: "any[]",
  group: "{ key: any; items: any[] }[]",
  join: "{ left: any; right: any }[]",
};
