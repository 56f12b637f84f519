import { boxIn } from "@/components/editor/canvas/box-of";
import { BODY_START, GRID } from "@/components/editor/canvas/card-size";
import { fitLoops } from "@/components/editor/canvas/fit-loops";
import { tidyLayout } from "@/components/editor/canvas/tidy-layout";
import { stepFacts } from "@/components/editor/store/step-facts";
import type { AutomationDocument, Layout } from "@/core/graph/document";
import { loopIndex, withBodies } from "@/core/graph/loops";

/**
 * A document in which every step has a place and every loop room for its body: steps without a place (a document written
 * by a program, or by hand) stand tidied, below the ones of their loop that were drawn. The same document when nothing is
 * missing.
 */
export function laidOut(document: AutomationDocument): AutomationDocument {
  const lost = new Set(document.nodes.filter((node) => !document.layout[node.id]).map((node) => node.id));
  if (lost.size === 0) return fitLoops(document);
  const { parentOf } = loopIndex(document.nodes);
  const regions = new Set([...lost].map(parentOf).filter((region) => region === undefined || !lost.has(region)));
  const places: Layout = {};
  for (const region of regions) Object.assign(places, placesIn(document, region, lost));
  return fitLoops({ ...document, layout: { ...places, ...document.layout } });
}

/** Places for the lost steps of one loop, and for those in the bodies of lost loops. */
function placesIn(document: AutomationDocument, region: string | undefined, lost: ReadonlySet<string>): Layout {
  const siblings = loopIndex(document.nodes).childrenOf(region);
  const missing = siblings.filter((node) => lost.has(node.id)).map((node) => node.id);
  const ids = withBodies(document.nodes, missing);
  const outer = new Set(missing);
  const nodes = document.nodes
    .filter((node) => ids.has(node.id))
    .map((node) => {
      const { parent: _outside, ...rest } = node;
      return outer.has(node.id) ? rest : node;
    });
  const edges = document.edges.filter((edge) => ids.has(edge.from) && ids.has(edge.to));
  const tidied = tidyLayout({ ...document, nodes, edges }, (node) => stepFacts(node).handles);
  const drawn = siblings.filter((node) => !lost.has(node.id)).map((node) => boxIn(document, node));
  const start = region === undefined ? { x: 0, y: 0 } : BODY_START;
  const left = drawn.reduce((least, box) => Math.min(least, box.x), drawn[0]?.x ?? start.x);
  const below = drawn.reduce((most, box) => Math.max(most, box.y + box.height + GRID * 4), start.y);
  return Object.fromEntries(
    Object.entries(tidied).map(([id, at]) => [id, outer.has(id) ? { ...at, x: left + at.x, y: below + at.y } : at]),
  );
}
