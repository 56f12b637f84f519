import { type AutomationDocument, OTHERWISE, THEN } from "@/core/graph/document";
import { addNode } from "@/core/graph/edits/add-node";
import type { QuickFix } from "@/core/graph/edits/quick-fix";

type Skip = Extract<QuickFix, { kind: "skip-when-empty" }>;

/** How far what stands to the right makes room for the condition. */
const ROOM = 320;

/** Puts a condition before a step that takes it only when a value is there; else the run goes on with what follows it. */
export function skipWhenEmpty(document: AutomationDocument, { label, nodeId, subject }: Skip): AutomationDocument {
  const step = document.nodes.find((one) => one.id === nodeId);
  if (!step) return document;
  const id = freeId(document, nodeId);
  const place = document.layout[nodeId] ?? { x: 0, y: 0 };
  const rows = [{ left: { kind: "expression", code: subject }, operator: "is-not-empty" }];
  const config = { branches: [{ id: "yes", label: "", when: { kind: "rows", match: "all", rows } }] };
  const added = addNode(
    makeRoom(document, step.parent, place.x),
    { id, type: "condition", label, config, ...(step.parent ? { parent: step.parent } : {}) },
    place,
  );
  const past = document.edges
    .filter(({ from, handle }) => from === nodeId && handle === THEN)
    .map(({ to }) => ({ from: id, handle: OTHERWISE, to }));
  const before = document.edges.map((edge) => (edge.to === nodeId ? { ...edge, to: id } : edge));
  return { ...added, edges: [...before, { from: id, handle: "yes", to: nodeId }, ...past] };
}

/** What stands inside a loop stands relative to it, and goes where it goes. */
function makeRoom(document: AutomationDocument, parent: string | undefined, x: number): AutomationDocument {
  const beside = new Set(document.nodes.filter((node) => node.parent === parent).map(({ id }) => id));
  const layout = Object.entries(document.layout).map(
    ([id, at]) => [id, beside.has(id) && at.x >= x ? { ...at, x: at.x + ROOM } : at] as const,
  );
  return { ...document, layout: Object.fromEntries(layout) };
}

function freeId(document: AutomationDocument, nodeId: string): string {
  const taken = new Set(document.nodes.map(({ id }) => id));
  const base = `${nodeId.slice(0, 40)}-if`;
  let id = base;
  for (let count = 2; taken.has(id); count += 1) id = `${base}-${count}`;
  return id;
}
