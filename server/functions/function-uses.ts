import type { Actor, App } from "@/server/app";
import { automationUses } from "@/server/automations/automation-uses";

/** An automation with a step that calls a function. */
export interface FunctionUse {
  automationId: string;
  name: string;
  /** The steps that call it. */
  nodeIds: string[];
  /** What is live, and which version of the function is inside; null while nothing is live or it was not in it yet. */
  live: { number: number; functionVersion: number } | null;
}

/** @returns the automations, drafts and live ones, that use each function, by the function's name. */
export async function functionUses(app: App, actor: Actor): Promise<Map<string, FunctionUse[]>> {
  const uses = new Map<string, FunctionUse[]>();
  for (const { id, name, nodes, live } of await automationUses(app, actor)) {
    const callers = nodes.filter(({ type }) => type === "function");
    for (const called of new Set(callers.map(({ config }) => String(config.function ?? "")))) {
      const nodeIds = callers.filter(({ config }) => config.function === called).map((node) => node.id);
      const inside = live?.functions.find((version) => version.name === called);
      const use: FunctionUse = {
        automationId: id,
        name,
        nodeIds: [...new Set(nodeIds)],
        live: live && inside ? { number: live.number, functionVersion: inside.version } : null,
      };
      uses.set(called, [...(uses.get(called) ?? []), use]);
    }
  }
  return uses;
}
