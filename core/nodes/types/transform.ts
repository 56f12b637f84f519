import { z } from "zod";
import { operationsField, requiredValueField } from "@/core/nodes/config-fields";
import type { ListOperation } from "@/core/nodes/config-shapes";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { text } from "@/core/nodes/step-code";
import { criteriaCode } from "@/core/values/criteria-code";
import type { Value } from "@/core/values/value";
import { isPlainCode, keyCode, valueCode } from "@/core/values/value-code";

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
  emit: ({ list, operations }) => ({
    method: "set",
    settings: text(operations.reduce(applied, operand(list)), "operations"),
  }),
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

function applied(list: string, operation: ListOperation): string {
  switch (operation.kind) {
    case "filter":
      return `${list}.filter((item) => ${criteriaCode(operation.when)})`;
    case "map": {
      const entries = operation.values.map(({ name, value }) => `${keyCode(name)}: ${valueCode(value)}`);
      return `${list}.map((item) => ({ ${entries.join(", ")} }))`;
    }
    case "sort":
      return `lists.sortBy(${list}, ${ofItem(operation.by)}, ${JSON.stringify(operation.direction)})`;
    case "group":
      return `lists.groupBy(${list}, ${ofItem(operation.by)})`;
    case "unique":
      return `lists.unique(${list}, ${ofItem(operation.by)})`;
    case "join": {
      const how = operation.keep === "all" ? "left" : "inner";
      const keys = `${ofItem(operation.left)}, ${ofItem(operation.right)}`;
      return `lists.join(${list}, ${valueCode(operation.with)}, ${keys}, ${JSON.stringify(how)})`;
    }
    case "limit":
      return `${list}.slice(0, ${operation.count})`;
  }
}

const ofItem = (value: Value): string => `(item) => ${arrowBody(valueCode(value))}`;

/** After `=>` an object needs parentheses. */
const arrowBody = (code: string): string => (code.startsWith("{") ? `(${code})` : code);

function operand(value: Value): string {
  const code = valueCode(value);
  return value.kind !== "expression" || isPlainCode(code) ? code : `(${code})`;
}
