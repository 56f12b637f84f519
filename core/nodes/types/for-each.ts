import { z } from "zod";
import { EACH, THEN } from "@/core/graph/document";
import { numberField, requiredValueField, valueField } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { sentence } from "@/core/nodes/sentence";
import { constant, object, value } from "@/core/nodes/step-code";
import { valueType } from "@/core/values/value-type";

/** Runs the steps in its body once for each item of a list. */
export const forEach = defineNodeType({
  type: "for-each",
  category: "decide",
  icon: "repeat",
  canFail: true,
  config: z.strictObject({
    items: requiredValueField("list"),
    collect: valueField(),
    atOnce: numberField(1, 50, 1, { more: true }),
  }),
  handles: () => [{ id: EACH }, { id: THEN }],
  body: {
    innerType: () => "{ item: any; index: number }",
    resultField: "collect",
    runsAtOnce: ({ atOnce = 1 }) => atOnce > 1,
  },
  describe: ({ items, atOnce = 1 }) =>
    sentence("describe.forEach", {
      list: items?.kind === "expression" && items.code !== "" ? items.code : "none",
      atOnce,
    }),
  outputType: ({ collect }) => (collect ? listOf(valueType(collect)) : "null[]"),
  emit: ({ items, collect, atOnce }) => ({
    method: "forEach",
    settings: object({ items: value(items, "items"), atOnce: atOnce > 1 ? constant(atOnce) : undefined }),
    result: collect && value(collect, "collect"),
  }),
});

const listOf = (type: string): string => (/^\w+$/.test(type) ? `${type}[]` : `(${type})[]`);
