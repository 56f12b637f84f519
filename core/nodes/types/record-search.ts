import { z } from "zod";
import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import { choiceField, filtersField, isBlank, moduleField, numberField, sortField } from "@/core/nodes/config-fields";
import type { SearchFilter } from "@/core/nodes/config-shapes";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { checkFieldNames, checkModule, findModule, pluralOf, singularOf } from "@/core/nodes/look-up";
import type { NodeContext } from "@/core/nodes/node-type";
import { recordTypeName } from "@/core/nodes/record-type-name";
import { sentence } from "@/core/nodes/sentence";
import { type CodeTree, constant, list, object, value } from "@/core/nodes/step-code";
import { OPERATORS_OF, takesNoValue } from "@/core/records/record-filters";

/** The most records one search gives. */
const MOST = 1_000;

/** Finds records: all that match, or the first. */
export const recordSearch = defineNodeType({
  type: "record.search",
  category: "records",
  icon: "search",
  onlyGives: true,
  canFail: true,
  config: z.strictObject({
    module: moduleField(),
    find: choiceField(["all", "first"], "all"),
    filters: filtersField("module"),
    sort: sortField("module"),
    limit: numberField(1, MOST, 100, { more: true, showWhen: { field: "find", equals: "all" } }),
  }),
  describe: ({ module, find = "all", filters = [] }, context) => {
    if (!module) return sentence("describe.recordWithoutModule");
    const params = { one: singularOf(context, module), many: pluralOf(context, module), conditions: filters.length };
    return sentence(find === "first" ? "describe.recordFindFirst" : "describe.recordFindAll", params);
  },
  effects: ({ module }, context) => {
    const target = module ? pluralOf(context, module) : "";
    return [{ kind: "record.find", target, sentence: sentence("effects.recordFind", { target }) }];
  },
  outputType: ({ module = "", find = "all" }, context) => foundType(module, find, context),
  check: ({ module, filters, sort }, context) => [
    ...checkModule(context, module),
    ...checkFieldNames(context, module, "sort.by", sort ? [sort.by] : []),
    ...filters.flatMap((filter, index) => checkFilter(context, module, filter, `filters.${index}`)),
  ],
  emit: (config, context) => ({
    method: "findRecords",
    typeArgument: foundType(config.module, config.find, context),
    settings: object({
      module: constant(config.module),
      filters: config.filters.length > 0 ? list(config.filters.map(filterCode)) : undefined,
      sort: config.sort && constant(config.sort),
      ...(config.find === "first" ? { first: constant(true) } : { limit: constant(config.limit) }),
    }),
  }),
});

function foundType(module: string, find: "all" | "first", { modules }: NodeContext): string {
  const record = recordTypeName(modules, module);
  return find === "first" ? `${record} | null` : `${record}[]`;
}

const filterCode = ({ field, operator, value: held }: SearchFilter, index: number): CodeTree =>
  object({
    field: constant(field),
    operator: constant(operator),
    value: held && !takesNoValue(operator) ? value(held, `filters.${index}.value`) : undefined,
  });

function checkFilter(context: NodeContext, module: string, filter: SearchFilter, path: string): Diagnostic[] {
  const nodeId = context.node.id;
  const { field, operator, value: held } = filter;
  const unknown = checkFieldNames(context, module, `${path}.field`, [field]);
  const known = findModule(context, module)?.fields.find((one) => one.apiName === field);
  if (!known) return unknown;
  if (!OPERATORS_OF[known.type].includes(operator)) {
    const at = { nodeId, field: `${path}.operator` };
    return [error("BAD_SETTING", at, { setting: known.label, reason: "rule", detail: operator })];
  }
  const isMissing = !takesNoValue(operator) && (!held || (held.kind !== "literal" && isBlank(held)));
  return isMissing ? [error("MISSING_SETTING", { nodeId, field: `${path}.value` }, { setting: known.label })] : [];
}
