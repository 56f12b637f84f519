import type { AutomationDocument, GraphEdge, GraphNode } from "@/core/graph/document";
import type { Sentence } from "@/core/nodes/node-type";

/** One difference between two documents, in the words of the publish dialog: `what` happened to the step `label`. */
export interface DocumentChange {
  what: "added" | "removed" | "changed" | "renamed" | "rejoined";
  nodeId: string;
  label: string;
  /** What the step did before; null for an added one. */
  before: Sentence | null;
  /** What it does now; null for a removed one. */
  after: Sentence | null;
}

type SentenceOf = (node: GraphNode, document: AutomationDocument) => Sentence;

/**
 * What a person has to know before the draft replaces the live version. Where steps stand on the canvas is no change.
 *
 * @param before the live document, or null when nothing is live
 * @param after the draft
 * @param sentenceOf the sentence of a step in its document
 */
export function documentChanges(
  before: AutomationDocument | null,
  after: AutomationDocument,
  sentenceOf: SentenceOf,
): DocumentChange[] {
  const old = new Map(before?.nodes.map((node) => [node.id, node]));
  const kept = new Set(after.nodes.map((node) => node.id));
  const oldLines = linesInto(before?.edges ?? []);
  const newLines = linesInto(after.edges);

  const changes = after.nodes.flatMap((node): DocumentChange[] => {
    const previous = old.get(node.id);
    const what = previous ? nodeChange(previous, node, oldLines, newLines) : "added";
    if (!what) return [];
    return [
      {
        what,
        nodeId: node.id,
        label: node.label,
        before: previous && before ? sentenceOf(previous, before) : null,
        after: sentenceOf(node, after),
      },
    ];
  });
  const removed = (before?.nodes ?? [])
    .filter((node) => !kept.has(node.id))
    .map((node): DocumentChange => {
      return {
        what: "removed",
        nodeId: node.id,
        label: node.label,
        before: before && sentenceOf(node, before),
        after: null,
      };
    });
  return [...changes, ...removed];
}

/** @returns whether two documents do the same: all but the layout, name and description are equal. */
export function sameMeaning(a: AutomationDocument, b: AutomationDocument): boolean {
  return (
    canonical([a.nodes, [...a.edges].map(edgeKey).sort()]) === canonical([b.nodes, [...b.edges].map(edgeKey).sort()])
  );
}

function nodeChange(
  previous: GraphNode,
  node: GraphNode,
  oldLines: Map<string, string[]>,
  newLines: Map<string, string[]>,
): DocumentChange["what"] | null {
  const settings = ({ type, config, policy }: GraphNode) => canonical([type, config, policy ?? {}]);
  if (settings(previous) !== settings(node)) return "changed";
  if (previous.label !== node.label || previous.name !== node.name) return "renamed";
  const before = (oldLines.get(node.id) ?? []).join();
  return before === (newLines.get(node.id) ?? []).join() ? null : "rejoined";
}

function linesInto(edges: readonly GraphEdge[]): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const edge of edges) lines.set(edge.to, [...(lines.get(edge.to) ?? []), `${edge.from}:${edge.handle}`].sort());
  return lines;
}

const edgeKey = (edge: GraphEdge): string => `${edge.from}:${edge.handle}:${edge.to}`;

/** JSON with sorted keys, so that the order PostgreSQL keeps keys in makes no difference. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
