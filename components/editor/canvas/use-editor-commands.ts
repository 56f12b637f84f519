import { useReactFlow } from "@xyflow/react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { CARD_HEIGHT, CARD_WIDTH, GRID, snap } from "@/components/editor/canvas/card-size";
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
import type { AutomationDocument, GraphEdge, Layout } from "@/core/graph/document";
import { addNode } from "@/core/graph/edits/add-node";
import { connectNodes } from "@/core/graph/edits/connect-nodes";
import { insertOnEdge } from "@/core/graph/edits/insert-on-edge";
import { moveNodes } from "@/core/graph/edits/move-nodes";
import { pasteNodes } from "@/core/graph/edits/paste-nodes";
import { removeEdges } from "@/core/graph/edits/remove-edges";
import { removeNodes } from "@/core/graph/edits/remove-nodes";
import { setPolicy } from "@/core/graph/edits/set-policy";

/** Where a new step goes: a place on the canvas, and what it is joined to. */
export interface AddOptions {
  at?: { x: number; y: number };
  from?: { node: string; handle: string };
  into?: GraphEdge;
}

export type EditorCommands = ReturnType<typeof commandsOf>;

/** Everything one can do to the drawing, for menus, shortcuts and the mouse alike. */
export function useEditorCommands(): EditorCommands {
  const store = useEditorStore();
  const refused = useTranslations("editor.refused");
  const flow = useReactFlow();
  return useMemo(
    () =>
      commandsOf(store, {
        refuse: (reason) => toast.error(refused(reason)),
        centre: (point) =>
          flow.setCenter(point.x + CARD_WIDTH / 2, point.y + CARD_HEIGHT / 2, { zoom: flow.getZoom(), duration: 200 }),
        screenOf: (point) => flow.flowToScreenPosition(point),
        fitAll: () => requestAnimationFrame(() => flow.fitView({ duration: 200, padding: 0.2, maxZoom: 1 })),
      }),
    [store, refused, flow],
  );
}

interface Surroundings {
  refuse: (reason: string) => void;
  centre: (point: { x: number; y: number }) => void;
  fitAll: () => void;
  screenOf: (point: { x: number; y: number }) => { x: number; y: number };
}

function commandsOf(store: EditorStore, { refuse, centre, fitAll, screenOf }: Surroundings) {
  const state = () => store.getState();
  return {
    /** Adds a step from the palette; without a place, after the selected step. */
    add: (entry: PaletteEntry, options: AddOptions = {}) => {
      const { context, document, edit, selection, show } = state();
      const id = newStepId(document);
      const from = options.from ?? (options.at || options.into ? undefined : openHandle(store, selection.nodes.at(-1)));
      const at = snap(
        options.into && !options.at ? between(document, options.into) : (options.at ?? freePlace(document, from?.node)),
      );
      const corner = options.at ? belowOthers(document, snap({ x: at.x, y: at.y - CARD_HEIGHT / 2 })) : at;
      edit(
        (draft) => {
          const added = addNode(draft, { id, type: entry.type, label: entry.label, config: entry.config }, corner);
          return fillByName(joined(added, id, { from, into: options.into }), id, context);
        },
        { select: [id] },
      );
      show({ search: null, inspectorTab: "setup" });
      if (!options.at && !options.into) centre(corner);
      return id;
    },
    join: (edge: GraphEdge) => {
      const answer = canConnect(state().document, edge);
      if (!answer.ok) return refuse(answer.reason);
      const { context, edit } = state();
      edit((document) => fillByName(connectNodes(document, edge), edge.to, context));
    },
    /** Puts a step that was dragged onto a line into it. */
    insert: (edge: GraphEdge, node: string, positions: Layout) => {
      const refusal = canConnect(state().document, { ...edge, to: node });
      if (!refusal.ok) return refuse(refusal.reason);
      state().edit((document) =>
        makeRoom(insertOnEdge(moveNodes(document, positions), edge, node, firstHandle(store, node)), node, edge),
      );
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
      const corner = state().document.layout[node] ?? { x: 0, y: 0 };
      const at = { x: corner.x + CARD_WIDTH, y: corner.y + CARD_HEIGHT * 3 };
      state().show({ search: { at, screen: screenOf(at), from: { node, handle } } });
    },
    reveal: (id: string) => {
      const at = state().document.layout[id];
      if (at) centre(at);
    },
  };
}

function paste(store: EditorStore, steps: NonNullable<ReturnType<typeof readSteps>>): void {
  const { document, edit } = store.getState();
  const ids = new Map<string, string>();
  for (const node of steps.nodes) ids.set(node.id, newStepId(document, ids.values()));
  const shift = GRID * 2;
  edit((draft) => pasteNodes(draft, steps, { ids, shift: { x: shift, y: shift * 3 } }), { select: [...ids.values()] });
}

function joined(
  document: AutomationDocument,
  id: string,
  { from, into }: { from?: { node: string; handle: string }; into?: GraphEdge },
): AutomationDocument {
  const node = document.nodes.find((candidate) => candidate.id === id)!;
  const { type, handles } = stepFacts(node);
  if (type?.isTrigger) return document;
  if (into) return makeRoom(insertOnEdge(document, into, id, handles[0]?.id ?? null), id, into);
  return from ? connectNodes(document, { from: from.node, handle: from.handle, to: id }) : document;
}

function between(document: AutomationDocument, edge: GraphEdge): { x: number; y: number } {
  const a = document.layout[edge.from] ?? { x: 0, y: 0 };
  const b = document.layout[edge.to] ?? a;
  return { x: Math.max(a.x + CARD_WIDTH + GRID * 4, (a.x + b.x) / 2), y: (a.y + b.y) / 2 };
}

const firstHandle = (store: EditorStore, id: string): string | null => {
  const node = store.getState().document.nodes.find((candidate) => candidate.id === id);
  return node ? (stepFacts(node).handles[0]?.id ?? null) : null;
};

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

/** The step a click in the palette goes after when none is selected: the only one nothing follows. */
function lastStep(document: AutomationDocument) {
  const ends = document.nodes.filter((node) => !document.edges.some((edge) => edge.from === node.id));
  return ends.length === 1 ? ends[0] : undefined;
}
