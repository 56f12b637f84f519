import type { AutomationDocument } from "@/core/graph/document";
import { crossingEdges, isLoop, loopIndex, outermost, placeOf } from "@/core/graph/loops";
import { findNodeType } from "@/core/nodes/catalogue";

/**
 * Moves nodes into a loop's body, or out of every loop. They stay where they are on the canvas; lines that would cross the
 * loop's border are cut. A start stays outside, and a loop does not go into itself.
 *
 * @param parent the loop; null for the automation itself
 */
export function moveIntoLoop(
  document: AutomationDocument,
  ids: readonly string[],
  parent: string | null,
): AutomationDocument {
  const { around, parentOf } = loopIndex(document.nodes);
  const loop = document.nodes.find((node) => node.id === parent);
  if (parent !== null && (!loop || !isLoop(loop))) return document;
  const inside = new Set(parent === null ? [] : [parent, ...around(parent)]);
  const moved = new Set(
    outermost(document.nodes, ids).filter((id) => !inside.has(id) && parentOf(id) !== (parent ?? undefined)),
  );
  for (const node of document.nodes) if (findNodeType(node.type)?.isTrigger) moved.delete(node.id);
  if (moved.size === 0) return document;

  const corner = parent === null ? { x: 0, y: 0 } : placeOf(document, parent);
  const places = [...moved].map((id) => {
    const at = placeOf(document, id);
    return [id, { ...document.layout[id], x: at.x - corner.x, y: at.y - corner.y }] as const;
  });
  const nodes = document.nodes.map((node) => {
    if (!moved.has(node.id)) return node;
    const { parent: _left, ...rest } = node;
    return parent === null ? rest : { ...rest, parent };
  });
  const cut = new Set(crossingEdges({ nodes, edges: document.edges }));
  return {
    ...document,
    nodes,
    edges: document.edges.filter((edge) => !cut.has(edge)),
    layout: { ...document.layout, ...Object.fromEntries(places) },
  };
}
