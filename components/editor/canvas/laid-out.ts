import { CARD_HEIGHT, GRID } from "@/components/editor/canvas/card-size";
import { tidyLayout } from "@/components/editor/canvas/tidy-layout";
import { stepFacts } from "@/components/editor/store/step-facts";
import type { AutomationDocument } from "@/core/graph/document";

/**
 * A document in which every step has a place: those without one (a document written by a program, or by hand) stand
 * tidied, below the ones that were drawn. The same document when none lacks a place.
 */
export function laidOut(document: AutomationDocument): AutomationDocument {
  const lost = document.nodes.filter((node) => !document.layout[node.id]);
  if (lost.length === 0) return document;
  const ids = new Set(lost.map((node) => node.id));
  const tidied = tidyLayout(
    { ...document, nodes: lost, edges: document.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to)) },
    (node) => stepFacts(node).handles,
  );
  const drawn = document.nodes.flatMap((node) => document.layout[node.id] ?? []);
  const left = drawn.reduce((least, at) => Math.min(least, at.x), drawn[0]?.x ?? 0);
  const below = drawn.reduce((most, at) => Math.max(most, at.y + CARD_HEIGHT + GRID * 4), 0);
  const places = Object.entries(tidied).map(([id, at]) => [id, { x: left + at.x, y: below + at.y }]);
  return { ...document, layout: { ...document.layout, ...Object.fromEntries(places) } };
}
