import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import type { CompileContext } from "@/core/compiler/program";
import type { GraphNode } from "@/core/graph/document";
import { findNodeType } from "@/core/nodes/catalogue";
import { partialConfig } from "@/core/nodes/partial-config";

/** Finds starts whose executions are to take turns by something that no start is given, and other steps with turns. */
export const checkTurns = (nodes: readonly GraphNode[], context: CompileContext): Diagnostic[] =>
  nodes.flatMap((node) => {
    const { oneByOne } = node.policy ?? {};
    if (!oneByOne) return [];
    const { per } = oneByOne;
    const wrong = (reason: string) => [error("TURNS_UNKNOWN", { nodeId: node.id }, { reason, path: per ?? "" })];
    if (!findNodeType(node.type)?.isTrigger) return wrong("noStart");
    if (per === undefined) return [];
    if (per === "") return wrong("noPath");
    return PATH.test(per) && isGiven(per.split("."), node, context) ? [] : wrong("nothingThere");
  });

const PATH = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;

/** What a start takes without saying so is not known before it is called. */
function isGiven([first = "", second = ""]: string[], node: GraphNode, { modules }: CompileContext): boolean {
  const type = findNodeType(node.type);
  const declared = type?.parameters?.(partialConfig(type, node.config)) ?? [];
  if (declared.length > 0) return declared.some(({ name }) => name === first);
  const module = modules.find(({ apiName }) => apiName === node.config.module);
  if (!module) return true;
  if (first !== "record") return !(second && first === "module");
  return second === "" || second === "id" || module.fields.some(({ apiName }) => apiName === second);
}
