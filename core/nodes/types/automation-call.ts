import { z } from "zod";
import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import { automationField, automationInputsField, isBlank } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import type { NodeContext } from "@/core/nodes/node-type";
import { sentence } from "@/core/nodes/sentence";
import { constant, object, valueObject } from "@/core/nodes/step-code";
import { nearestName } from "@/core/records/nearest-name";
import type { Value } from "@/core/values/value";

/** Runs another automation to its end and goes on with its answer. */
export const automationCall = defineNodeType({
  type: "call",
  category: "finish",
  icon: "corner-down-right",
  canFail: true,
  config: z.strictObject({ automation: automationField(), inputs: automationInputsField("automation") }),
  describe: ({ automation }) =>
    automation ? sentence("describe.call", { automation }) : sentence("describe.callWithoutName"),
  effects: ({ automation = "" }) => [
    { kind: "automation", target: automation, sentence: sentence("effects.automation", { target: automation }) },
  ],
  outputType: () => "any",
  check: ({ automation, inputs }, context) => checkCall(automation, inputs, context),
  emit: ({ automation, inputs }) => ({
    method: "automation",
    typeArgument: "any",
    settings: object({ automation: constant(automation), arguments: valueObject(inputs, "inputs") ?? object({}) }),
  }),
});

function checkCall(automation: string, inputs: Record<string, Value>, { automations = [], node }: NodeContext) {
  const nodeId = node.id;
  const found = automations.find((one) => one.name === automation);
  if (!found) {
    const near = nearestName(
      automation,
      automations.map(({ name }) => name),
    );
    return [error("UNKNOWN_AUTOMATION", { nodeId, field: "automation" }, { automation, near: near ?? "none" })];
  }
  const { parameters } = found;
  if (parameters.length === 0) return [];
  const unknown = Object.keys(inputs)
    .filter((name) => !parameters.some((one) => one.name === name))
    .map((argument): Diagnostic => {
      const at = { nodeId, field: `inputs.${argument}` };
      return error("UNKNOWN_ARGUMENT", at, { argument, function: automation });
    });
  const missing = parameters
    .filter(({ name, required, default: initial }) => required && initial === undefined && isMissing(inputs[name]))
    .map(({ name }) => error("MISSING_SETTING", { nodeId, field: `inputs.${name}` }, { setting: name }));
  return [...unknown, ...missing];
}

const isMissing = (held: Value | undefined): boolean =>
  held === undefined || (held.kind !== "literal" && isBlank(held));
