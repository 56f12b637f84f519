import { useReactFlow } from "@xyflow/react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { boxIn, boxOf, holds } from "@/components/editor/canvas/box-of";
import { BODY_START, CARD_HEIGHT, CARD_WIDTH, GRID, snap } from "@/components/editor/canvas/card-size";
import { copySteps, readSteps } from "@/components/editor/canvas/clipboard";
import { belowOthers, freePlace } from "@/components/editor/canvas/free-place";
import { makeRoom } from "@/components/editor/canvas/make-room";
import { newStepId } from "@/components/editor/canvas/new-step-id";
import { tidyLayout } from "@/components/editor/canvas/tidy-layout";
import { fillByName } from "@/components/editor/data/fill-by-name";
import type { PaletteEntry } from "@/components/editor/palette/palette-entry";
import { useEditorStore } from "@/components/editor/store/editor-context";
import { type EditorStore, edgeId, type Selection } from "@/components/editor/store/editor-store";
import { stepFacts } from "@/components/editor/store/step-facts";
import { toast } from "@/components/ui/toast";
import { canConnect } from "@/core/graph/can-connect";
import { type AutomationDocument, EACH, type GraphEdge, type GraphNode, type Layout } from "@/core/graph/document";
import { addNode } from "@/core/graph/edits/add-node";
import { connectNodes } from "@/core/graph/edits/connect-nodes";
import { insertOnEdge } from "@/core/graph/edits/insert-on-edge";
import { moveIntoLoop } from "@/core/graph/edits/move-into-loop";
import { moveNodes } from "@/core/graph/edits/move-nodes";
import { pasteNodes } from "@/core/graph/edits/paste-nodes";
import { removeEdges } from "@/core/graph/edits/remove-edges";
import { removeNodes } from "@/core/graph/edits/remove-nodes";
import { setPolicy } from "@/core/graph/edits/set-policy";
import { wrapInLoop } from "@/core/graph/edits/wrap-in-loop";
import { loopIndex, placeOf, regionBehind } from "@/core/graph/loops";
import { findNodeType } from "@/core/nodes/catalogue";

/** Where a new step goes: a place on the canvas, and what it is joined to. */
export interface AddOptions {
  at?: { x: number; y: number };
  from?: { node: string; handle: string };
  into?: GraphEdge;
  /** The loop it is dropped in, where no line says so. */
  loop?: string | null;
}

export type EditorCommands = ReturnType<typeof commandsOf>;

/** Everything one can do to the drawing, for menus, shortcuts and the mouse alike. */
export function useEditorCommands(): EditorCommands {
  const store = useEditorStore();
  const t = useTranslations("editor");
  const flow = useReactFlow();
  return useMemo(
    () =>
      commandsOf(store, {
        refuse: (reason) => toast.error(t(`refused.${reason}` as never)),
        wording: {
          newLoop: t("palette.newLabels.for-each"),
          tellCut: (count) => toast.info(t("loops.cut", { count })),
        },
        centre: (point) =>
          flow.setCenter(point.x + CARD_WIDTH / 2, point.y + CARD_HEIGHT / 2, { zoom: flow.getZoom(), duration: 200 }),
        screenOf: (point) => flow.flowToScreenPosition(point),
        fitAll: () => requestAnimationFrame(() => flow.fitView({ duration: 200, padding: 0.2, maxZoom: 1 })),
      }),
    [store, t, flow],
  );
}

interface Surroundings {
  refuse: (reason: string) => void;
  centre: (point: { x: number; y: number }) => void;
  fitAll: () => void;
  screenOf: (point: { x: number; y: number }) => { x: number; y: number };
  wording: { newLoop: string; tellCut: (count: number) => void };
}

function commandsOf(store: EditorStore, { refuse, centre, fitAll, screenOf, wording }: Surroundings) {
  const state = () => store.getState();
  return {
    /** Adds a step from the palette; without a place, after the selected step. Its line says which loop it goes into. */
    add: (entry: PaletteEntry, options: AddOptions = {}) => {
      const { context, document, edit, selection, show } = state();
      const id = newStepId(document);
      const from = options.from ?? (options.at || options.into ? undefined : openHandle(store, selection.nodes.at(-1)));
      const parent = findNodeType(entry.type)?.isTrigger ? undefined : regionOf(document, { ...options, from });
      const corner = cornerOf(document, { ...options, from }, parent);
      edit(
        (draft) => {
          const node = { id, type: entry.type, label: entry.label, config: entry.config, ...(parent && { parent }) };
          const added = addNode(draft, node, corner);
          return fillByName(joined(added, id, { from, into: options.into }), id, context);
        },
        { select: [id] },
      );
      show({ search: null, inspectorTab: "setup" });
      if (!options.at && !options.into) reveal(id);
      return id;
    },
    /** Makes steps the body of a loop. */
    wrap: (ids: readonly string[]) => {
      const { document, edit, show } = state();
      const id = newStepId(document);
      const loop = { id, type: "for-each", label: wording.newLoop, config: {} };
      const wrapped = wrapInLoop(document, ids, loop, BODY_START);
      if (wrapped === document) return refuse("cannotWrap");
      edit(() => wrapped, { select: [id] });
      show({ inspectorTab: "setup" });
    },
    /** Moves steps that were dragged, into the loop they were dropped on or out of the one they stood in. */
    drop: (positions: Layout, loop: string | null) => {
      const { document, edit } = state();
      const moved = moveNodes(document, positions);
      const next = moveIntoLoop(moved, Object.keys(positions), loop);
      edit(() => next);
      const cut = moved.edges.length - next.edges.length;
      if (cut > 0) wording.tellCut(cut);
    },
    join: (edge: GraphEdge) => {
      const answer = canConnect(state().document, edge);
      if (!answer.ok) return refuse(answer.reason);
      const { context, edit } = state();
      edit((document) => fillByName(connectNodes(document, edge), edge.to, context));
    },
    /** Puts a step that was dragged onto a line into it, and into the loop the line is in. */
    insert: (edge: GraphEdge, node: string, positions: Layout) => {
      const { document, edit } = state();
      const moved = moveNodes(document, positions);
      const there = moveIntoLoop(moved, [node], regionOf(document, { into: edge }) ?? null);
      const refusal = canConnect(there, { ...edge, to: node });
      if (!refusal.ok) return refuse(refusal.reason);
      edit(() => makeRoom(insertOnEdge(there, edge, node, firstHandle(store, node)), node, edge));
    },
    remove: (selection: Selection, options: { rejoin?: boolean } = {}) => {
      const edges = new Set(selection.edges);
      state().edit((document) =>
        removeNodes(
          removeEdges(
            document,
            document.edges.filter((edge) => edges.has(edgeId(edge))),
          ),
          selection.nodes,
          options,
        ),
      );
    },
    duplicate: (ids: readonly string[]) => {
      const steps = readSteps(copySteps(state().document, ids));
      if (steps) paste(store, steps);
    },
    copy: (ids: readonly string[]): string => copySteps(state().document, ids),
    /** @returns false when the text holds no steps */
    paste: (text: string): boolean => {
      const steps = readSteps(text);
      if (steps) paste(store, steps);
      return steps !== null;
    },
    toggleDisabled: (ids: readonly string[]) => {
      const { document, edit } = state();
      const on = ids.some((id) => !document.nodes.find((node) => node.id === id)?.policy?.disabled);
      edit((draft) => ids.reduce((next, id) => setPolicy(next, id, { disabled: on || undefined }), draft));
    },
    tidy: () => {
      const { edit } = state();
      edit((document) =>
        moveNodes(
          document,
          tidyLayout(document, (node) => stepFacts(node).handles),
        ),
      );
      fitAll();
    },
    /** Opens the step search for what follows a step on one of its lines, below or beside it. */
    searchAfter: (node: string, handle: string) => {
      const box = boxOf(state().document, node) ?? { x: 0, y: 0, width: CARD_WIDTH, height: CARD_HEIGHT };
      const at = { x: box.x + box.width, y: box.y + box.height + CARD_HEIGHT * 2 };
      state().show({ search: { at, screen: screenOf(at), from: { node, handle } } });
    },
    reveal,
  };

  function reveal(id: string): void {
    if (state().document.nodes.some((node) => node.id === id)) centre(placeOf(state().document, id));
  }
}

function paste(store: EditorStore, steps: NonNullable<ReturnType<typeof readSteps>>): void {
  const { document, edit, selection } = store.getState();
  const ids = new Map<string, string>();
  for (const node of steps.nodes) ids.set(node.id, newStepId(document, ids.values()));
  const parent = pasteRegion(document, steps.nodes, selection.nodes.at(-1));
  const box = parent === undefined ? null : boxOf(document, parent);
  const outer = steps.nodes.flatMap((node) => (node.parent === undefined ? (steps.layout[node.id] ?? []) : []));
  const first = { x: Math.min(...outer.map(({ x }) => x)), y: Math.min(...outer.map(({ y }) => y)) };
  const away = box && !holds(box, first);
  const shift = away
    ? { x: BODY_START.x - first.x, y: BODY_START.y - first.y }
    : { x: GRID * 2 - (box?.x ?? 0), y: GRID * 6 - (box?.y ?? 0) };
  edit((draft) => pasteNodes(draft, steps, { ids, shift, parent }), { select: [...ids.values()] });
}

/** Steps are pasted beside the selected one, in its loop; a start stands in none. */
function pasteRegion(document: AutomationDocument, nodes: readonly GraphNode[], selected: string | undefined) {
  const hasStart = nodes.some((node) => findNodeType(node.type)?.isTrigger);
  return hasStart || selected === undefined ? undefined : loopIndex(document.nodes).parentOf(selected);
}

/** The loop a new step goes into: that of its line, or the one it is dropped in. */
function regionOf(document: AutomationDocument, { from, into, loop }: AddOptions): string | undefined {
  const line = into ? { node: into.from, handle: into.handle } : from;
  const source = document.nodes.find((node) => node.id === line?.node);
  return source && line ? regionBehind(source, line.handle) : (loop ?? undefined);
}

/** Where the corner of a new step stands, inside its loop. */
function cornerOf(document: AutomationDocument, { at, from, into }: AddOptions, parent: string | undefined) {
  if (at) {
    const origin = parent === undefined ? { x: 0, y: 0 } : placeOf(document, parent);
    const wished = snap({ x: at.x - origin.x, y: at.y - origin.y - CARD_HEIGHT / 2 });
    return belowOthers(document, wished, parent);
  }
  return snap(into ? between(document, into) : freePlace(document, from));
}

function joined(
  document: AutomationDocument,
  id: string,
  { from, into }: { from?: { node: string; handle: string }; into?: GraphEdge },
): AutomationDocument {
  const node = document.nodes.find((candidate) => candidate.id === id)!;
  if (stepFacts(node).type?.isTrigger) return document;
  if (into) return makeRoom(insertOnEdge(document, into, id, wayOn(node)), id, into);
  return from ? connectNodes(document, { from: from.node, handle: from.handle, to: id }) : document;
}

function between(document: AutomationDocument, edge: GraphEdge): { x: number; y: number } {
  const b = document.layout[edge.to] ?? BODY_START;
  const source = document.nodes.find((node) => node.id === edge.from);
  if (!source || edge.handle === EACH) return b;
  const a = boxIn(document, source);
  return { x: Math.max(a.x + a.width + GRID * 4, (a.x + b.x) / 2), y: (a.y + b.y) / 2 };
}

const firstHandle = (store: EditorStore, id: string): string | null => {
  const node = store.getState().document.nodes.find((candidate) => candidate.id === id);
  return node ? wayOn(node) : null;
};

/** The way out of a step that a line goes on at: the first that leads to what follows, not into its own body. */
const wayOn = (node: GraphNode): string | null =>
  stepFacts(node).handles.find((handle) => regionBehind(node, handle.id) === node.parent)?.id ?? null;

/** The way out a new step is joined to: the first free one of the step, else its first. */
function openHandle(store: EditorStore, id: string | undefined): { node: string; handle: string } | undefined {
  const { document } = store.getState();
  const node = document.nodes.find((candidate) => candidate.id === id) ?? lastStep(document);
  if (!node) return undefined;
  const { handles } = stepFacts(node);
  const free = handles.find(
    (handle) => !document.edges.some((edge) => edge.from === node.id && edge.handle === handle.id),
  );
  const handle = free ?? handles[0];
  return handle && { node: node.id, handle: handle.id };
}

/** The step a click in the palette goes after when none is selected: the only one outside of loops that nothing follows. */
function lastStep(document: AutomationDocument) {
  const ends = loopIndex(document.nodes)
    .childrenOf(undefined)
    .filter((node) => !document.edges.some((edge) => edge.from === node.id && edge.handle !== EACH));
  return ends.length === 1 ? ends[0] : undefined;
}
