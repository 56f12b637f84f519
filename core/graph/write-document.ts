import { AutomationDocument, type GraphNode } from "@/core/graph/document";
import { inSchemaOrder } from "@/core/graph/in-schema-order";
import { findNodeType } from "@/core/nodes/catalogue";
import type { Json } from "@/core/values/json";

/**
 * Writes a document as people keep and compare it: the same document gives the same text, whatever order its keys came
 * in; every value stands on a line of its own, so that a change of one is a change of one line; where the steps stand on
 * the canvas comes last. Steps, lines and whatever is a list keep their order, which has a meaning.
 */
export const writeDocument = (document: AutomationDocument): string =>
  `${JSON.stringify(orderedDocument(document), null, 2)}\n`;

/** A document as it is written: format, name, steps, lines, and the layout in the order of the steps. */
export function orderedDocument(document: AutomationDocument): AutomationDocument {
  const ordered = inSchemaOrder(document as unknown as Json, AutomationDocument) as unknown as AutomationDocument;
  return { ...ordered, nodes: ordered.nodes.map(orderedNode), layout: orderedLayout(ordered) };
}

/** A setting's inside is ordered by the node's type; without it all keys are in alphabetical order. */
const orderedNode = (node: GraphNode): GraphNode => ({
  ...node,
  config: inSchemaOrder(node.config, findNodeType(node.type)?.config) as GraphNode["config"],
});

function orderedLayout({ layout, nodes }: AutomationDocument): AutomationDocument["layout"] {
  const ids = new Set([...nodes.map(({ id }) => id), ...Object.keys(layout)]);
  return Object.fromEntries([...ids].flatMap((id) => (Object.hasOwn(layout, id) ? [[id, layout[id]!]] : [])));
}
