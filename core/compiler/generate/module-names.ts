import type { Analysis } from "@/core/compiler/analyse/analyse";
import { capitalize, identifierFrom, uniqueName } from "@/core/graph/names";
import { RESERVED_NAMES } from "@/core/values/reserved-names";

/** What the function is called that says which handle of a start an event takes. */
export const MATCH_NAME = "match";

/** The names of what stands beside the nodes' variables in a module; none collides with another or with a variable. */
export interface ModuleNames {
  automation: string;
  /** The function that holds a code node's code; undefined for other nodes. */
  ofCode(nodeId: string): string | undefined;
  /** The constant that holds a function of the workspace. */
  ofFunction(name: string): string;
}

/** Chooses them; the same graph gives the same names. */
export function moduleNames(title: string, { nodes, codeNodes, functions }: Analysis): ModuleNames {
  const taken = new Set<string>([...RESERVED_NAMES, MATCH_NAME]);
  for (const node of nodes.values()) taken.add(node.name);
  const take = (base: string) => {
    const name = uniqueName(base, taken);
    taken.add(name);
    return name;
  };
  const ofFunction = new Map(
    functions.map(({ name }) => [name, take(taken.has(name) ? `${name}Function` : name)] as const),
  );
  const ofCode = new Map(codeNodes.map(({ id, name }) => [id, take(`compute${capitalize(name)}`)] as const));
  const automation = take(identifierFrom(title, "automation"));
  return { automation, ofCode: (id) => ofCode.get(id), ofFunction: (name) => ofFunction.get(name)! };
}
