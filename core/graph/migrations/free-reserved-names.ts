import { GraphNode } from "@/core/graph/document";
import { renameUses } from "@/core/graph/edits/rename-uses";
import { uniqueName } from "@/core/graph/names";

/**
 * Renames the nodes that have a name which the language has taken since, and what other nodes read of them: `text`
 * becomes `textStep`.
 * @param document not checked yet
 */
export function freeReservedNames(
  document: Record<string, unknown>,
  reserved: readonly string[],
): Record<string, unknown> {
  if (!Array.isArray(document.nodes)) return document;
  return { ...document, nodes: reserved.reduce(freeName, document.nodes as unknown[]) };
}

function freeName(nodes: unknown[], name: string): unknown[] {
  const owner = nodes.findIndex((node) => nameOf(node) === name);
  if (owner < 0) return nodes;
  const free = uniqueName(`${name}Step`, nodes.map(nameOf));
  return nodes.map((node, index) => {
    if (index === owner) return { ...(node as object), name: free };
    const known = GraphNode.safeParse(node);
    return known.success ? renameUses(known.data, name, free) : node;
  });
}

const nameOf = (node: unknown): string => {
  const name = typeof node === "object" && node !== null && "name" in node ? node.name : undefined;
  return typeof name === "string" ? name : "";
};
