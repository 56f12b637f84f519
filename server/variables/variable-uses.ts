import type { Actor, App } from "@/server/app";
import { automationUses } from "@/server/automations/automation-uses";
import { functionSources } from "@/server/functions/function-sources";

/** Who uses a variable. */
export interface VariableUse {
  kind: "automation" | "function";
  id: string;
  name: string;
}

/** @returns a function that gives the automations (draft or live) and functions that name a variable. */
export async function variableUses(app: App, actor: Actor): Promise<(name: string) => VariableUse[]> {
  const [automations, functions] = await Promise.all([automationUses(app, actor), functionSources(app, actor)]);
  const texts = [
    ...automations.map(({ id, name, nodes }) => {
      return { use: { kind: "automation" as const, id, name }, text: nodes.flatMap(({ config }) => textsIn(config)) };
    }),
    ...functions.map(({ id, name, source }) => ({ use: { kind: "function" as const, id, name }, text: [source] })),
  ];
  return (name) => {
    const naming = new RegExp(`\\bvariables\\s*(\\??\\.\\s*${name}\\b|(\\?\\.)?\\[\\s*["'\`]${name}["'\`])`);
    return texts.filter(({ text }) => text.some((one) => naming.test(one))).map(({ use }) => use);
  };
}

/** Every text of a setting: formulas and code are texts too. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
