import { z } from "zod";
import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import type { FunctionSignature } from "@/core/compiler/program";
import { argumentsField, functionField, isBlank } from "@/core/nodes/config-fields";
import { defineNodeType } from "@/core/nodes/define-node-type";
import { findFunction } from "@/core/nodes/look-up";
import { sentence } from "@/core/nodes/sentence";
import { object, text, value } from "@/core/nodes/step-code";
import type { Value } from "@/core/values/value";

/** Runs a function of the workspace with its inputs filled in. */
export const functionNode = defineNodeType({
  type: "function",
  category: "functions",
  icon: "square-function",
  canFail: true,
  config: z.strictObject({ function: functionField(), arguments: argumentsField("function") }),
  describe: (config) =>
    config.function
      ? sentence("describe.function", { function: config.function })
      : sentence("describe.functionWithoutName"),
  outputType: (config, context) => findFunction(context, config.function)?.signature.returnType ?? "unknown",
  check: (config, context) => {
    const found = findFunction(context, config.function);
    const at = { nodeId: context.node.id, field: "function" };
    if (!found) return [error("UNKNOWN_FUNCTION", at, { function: config.function })];
    if (found.version === 0) return [error("FUNCTION_NOT_PUBLISHED", at, { function: found.name })];
    return checkArguments(context.node.id, found.name, found.signature, config.arguments);
  },
  emit: (config, context) => {
    const parameters = findFunction(context, config.function)?.signature.parameters ?? [];
    // Inputs are passed in order, so one that is left out before one that is given keeps its place.
    const last = parameters.findLastIndex(({ name }) => Object.hasOwn(config.arguments, name));
    const given = parameters.slice(0, last + 1).map(({ name }) => {
      const held = Object.hasOwn(config.arguments, name) && config.arguments[name];
      return [name, held ? value(held, `arguments.${name}`) : text("undefined")] as const;
    });
    return {
      method: "function",
      settings: object(Object.fromEntries(given)),
      body: { kind: "function", name: config.function },
    };
  },
});

function checkArguments(
  nodeId: string,
  name: string,
  { parameters }: FunctionSignature,
  given: Record<string, Value>,
): Diagnostic[] {
  const known = new Set(parameters.map((parameter) => parameter.name));
  const unknown = Object.keys(given)
    .filter((key) => !known.has(key))
    .map((argument) =>
      error("UNKNOWN_ARGUMENT", { nodeId, field: `arguments.${argument}` }, { argument, function: name }),
    );
  const missing = parameters
    .filter((parameter) => !parameter.optional && !isGiven(given, parameter.name))
    .map((parameter) =>
      error("MISSING_SETTING", { nodeId, field: `arguments.${parameter.name}` }, { setting: parameter.name }),
    );
  return [...unknown, ...missing];
}

/** A required input may be given an empty value on purpose, as a fixed null or text, but not be forgotten. */
function isGiven(given: Record<string, Value>, name: string): boolean {
  const held = Object.hasOwn(given, name) ? given[name] : undefined;
  return held !== undefined && (held.kind === "literal" || !isBlank(held));
}
