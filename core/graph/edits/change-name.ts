import { type AutomationDocument, type GraphNode, NodeName } from "@/core/graph/document";
import { renameUses, wouldTake } from "@/core/graph/edits/rename-uses";
import { loopIndex } from "@/core/graph/loops";
import { indexGraph, reachableFrom } from "@/core/graph/walk";
import { RESERVED_NAMES } from "@/core/values/reserved-names";

export type NameRefusal = "notAName" | "taken" | "reserved" | "noSuchStep" | "usedInside";

/**
 * Changes a node's name in formulas, and its uses in the formulas and code of the nodes after it and of the loops around it.
 * Where code that reads it has a variable of the new name, that would be read instead: `usedInside`.
 * @returns the new document, or the same one and why it was refused
 */
export function changeName(
  document: AutomationDocument,
  id: string,
  name: string,
): { document: AutomationDocument; refusal: NameRefusal | null } {
  const node = document.nodes.find((one) => one.id === id);
  const refusal = refusalOf(document, node, name);
  if (refusal || !node || node.name === name) return { document, refusal };
  const after = reachableFrom(indexGraph(document), [id]);
  for (const loop of loopIndex(document.nodes).around(id)) after.add(loop);
  if (document.nodes.some((one) => after.has(one.id) && one.id !== id && wouldTake(one, node.name, name))) {
    return { document, refusal: "usedInside" };
  }
  const nodes = document.nodes.map((one) => {
    if (one.id === id) return { ...one, name };
    return after.has(one.id) ? renameUses(one, node.name, name) : one;
  });
  return { document: { ...document, nodes }, refusal: null };
}

function refusalOf(document: AutomationDocument, node: GraphNode | undefined, name: string): NameRefusal | null {
  if (!node) return "noSuchStep";
  if (!NodeName.safeParse(name).success) return "notAName";
  if (RESERVED_NAMES.has(name)) return "reserved";
  return document.nodes.some((one) => one.id !== node.id && one.name === name) ? "taken" : null;
}
