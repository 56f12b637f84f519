import { z } from "zod";
import { type AutomationDocument, GraphEdge, GraphNode, Layout } from "@/core/graph/document";
import { outermost, placeOf, withBodies } from "@/core/graph/loops";

/** What steps look like as text, so they can be pasted into another automation or a message. */
const CopiedSteps = z.object({
  format: z.literal("millrace/steps"),
  nodes: z.array(GraphNode).min(1).max(500),
  edges: z.array(GraphEdge).max(2_000),
  layout: Layout,
});
export type CopiedSteps = z.infer<typeof CopiedSteps>;

/** Writes some steps, what stands in their loops, and the lines between them as text. */
export function copySteps(document: AutomationDocument, ids: readonly string[]): string {
  const chosen = withBodies(document.nodes, ids);
  const outer = new Set(outermost(document.nodes, [...chosen]));
  const steps: CopiedSteps = {
    format: "millrace/steps",
    nodes: document.nodes
      .filter((node) => chosen.has(node.id))
      .map((node) => (outer.has(node.id) ? alone(node) : node)),
    edges: document.edges.filter((edge) => chosen.has(edge.from) && chosen.has(edge.to)),
    layout: Object.fromEntries(
      Object.entries(document.layout)
        .filter(([id]) => chosen.has(id))
        .map(([id, at]) => [id, outer.has(id) ? { ...at, ...placeOf(document, id) } : at]),
    ),
  };
  return JSON.stringify(steps, null, 2);
}

/** A step without the loop around it, which is not copied. */
function alone({ parent: _around, ...node }: GraphNode): GraphNode {
  return node;
}

/** Reads steps from text. @returns null when the text is something else. */
export function readSteps(text: string): CopiedSteps | null {
  if (!text.includes("millrace/steps")) return null;
  try {
    return CopiedSteps.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
