import { z } from "zod";
import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import { OTHERWISE } from "@/core/graph/document";
import { choiceField, conditionsField, fieldNameField, fieldNamesField, moduleField } from "@/core/nodes/config-fields";
import { MAX_AFTER, type RuleCondition } from "@/core/nodes/config-shapes";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { checkFieldNames, checkModule, singularOf } from "@/core/nodes/look-up";
import type { Handle } from "@/core/nodes/node-type";
import { recordTypeName } from "@/core/nodes/record-type-name";
import { sentence } from "@/core/nodes/sentence";
import { criteriaCode } from "@/core/values/criteria-code";

const EVENTS = ["created", "edited", "created-or-edited", "deleted", "date"] as const;
const CHANGES = {
  created: ["created"],
  edited: ["edited"],
  "created-or-edited": ["created", "edited"],
  deleted: ["deleted"],
  date: [],
} as const;
const DATE = { field: "on", equals: "date" };

/**
 * Starts when a record changes, or a date of it is reached. The first condition row that holds is taken; its *now* handle
 * and each of its *after* handles start an execution of their own.
 */
export const workflow = defineNodeType({
  type: "workflow",
  category: "start",
  icon: "workflow",
  isTrigger: true,
  config: z.strictObject({
    module: moduleField(),
    on: choiceField(EVENTS, "created"),
    watch: fieldNamesField("module", { showWhen: { field: "on", equals: ["edited", "created-or-edited"] } }),
    dateField: fieldNameField("module", ["date", "date-time"], { showWhen: DATE }),
    conditions: conditionsField("module"),
  }),
  handleIn: "handle",
  watches: ({ module, on = "created", watch = [] }) => ({ module, events: CHANGES[on], fields: watch }),
  handles: ({ conditions = [] }) => ruleHandles(conditions),
  localNames: (path, node) => (path.startsWith("conditions.") ? [node.name] : []),
  describe: ({ module, on = "created" }, context) =>
    module
      ? sentence("describe.workflow", { module: singularOf(context, module), on })
      : sentence("describe.recordWithoutModule"),
  outputType: ({ module, conditions = [] }, { modules }) => {
    const record = recordTypeName(modules, module ?? "");
    const handles = ruleHandles(conditions).map(({ id }) => JSON.stringify(id));
    const user = "{ id: string; name: string; email: string } | null";
    const event = '"created" | "edited" | "deleted" | "date"';
    return `{ record: ${record}; before: ${record} | null; changed: string[]; event: ${event}; user: ${user}; module: string; handle: ${handles.join(" | ")} }`;
  },
  check: (config, context) => {
    const { module, on, watch, dateField, conditions } = config;
    const at = { nodeId: context.node.id, field: "dateField" };
    const missing = on === "date" && !dateField ? [error("MISSING_SETTING", at, { setting: "dateField" })] : [];
    return [
      ...checkModule(context, module),
      ...checkFieldNames(context, module, "watch", watch),
      ...checkFieldNames(context, module, "dateField", on === "date" && dateField ? [dateField] : []),
      ...missing,
      ...checkConditions(context.node.id, conditions),
    ];
  },
  emitMatch: ({ conditions }) =>
    conditions.map(({ id, label, when }, index) => ({
      handle: id,
      label,
      test: when ? criteriaCode(when) : null,
      field: `conditions.${index}.when`,
    })),
  emit: () => null,
});

function ruleHandles(conditions: readonly RuleCondition[]): Handle[] {
  const rows = conditions.flatMap(({ id, label, after }) => [
    label ? { id, label } : { id },
    ...after.map((one) => ({ id: one.id, label: `${label || id} +${one.amount} ${one.unit}` })),
  ]);
  return [...rows, { id: OTHERWISE }];
}

function checkConditions(nodeId: string, conditions: readonly RuleCondition[]): Diagnostic[] {
  const seen = new Set<string>([OTHERWISE]);
  return conditions.flatMap(({ id, label, after }, index) => {
    const found: Diagnostic[] = [];
    const field = `conditions.${index}`;
    for (const one of [id, ...after.map((each) => each.id)]) {
      if (seen.has(one)) found.push(error("BAD_SETTING", { nodeId, field }, { reason: "twice", name: one }));
      seen.add(one);
    }
    if (after.length > MAX_AFTER) {
      const params = { condition: label || id, count: after.length, most: MAX_AFTER };
      found.push(error("TOO_MANY_AFTER", { nodeId, field: `${field}.after` }, params));
    }
    return found;
  });
}
