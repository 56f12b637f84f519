import { createStore } from "zustand/vanilla";
import { fitLoops } from "@/components/editor/canvas/fit-loops";
import { laidOut } from "@/components/editor/canvas/laid-out";
import { emptyHistory, type History, remember, stepBack, stepForward } from "@/components/editor/store/history";
import { type PanelActions, type PanelState, panelSlice } from "@/components/editor/store/panel-slice";
import type { RunView } from "@/components/editor/store/run-view";
import type { SaveState, TheirDraft } from "@/components/editor/store/save-state";
import { type TypedDraft, withTypeFindings } from "@/components/editor/store/type-findings";
import type { Compiled } from "@/core/compiler/compile";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { Prediction } from "@/core/compiler/predict/predict";
import type { CompileContext, Program } from "@/core/compiler/program";
import type { AutomationDocument, GraphEdge } from "@/core/graph/document";

/** A named edit of the core, with its arguments already given. */
export type Edit = (document: AutomationDocument) => AutomationDocument;

export interface Selection {
  nodes: string[];
  edges: string[];
}

export interface Drawing {
  from: string;
  handle: string;
  /** The loop the line stays in. */
  region: string | undefined;
  /** A message key below `editor.refused`, by step; a step that is missing can be joined. */
  refused: ReadonlyMap<string, string>;
}

/** The one state of the editor: the document, how to undo it, and what is selected in it. */
export interface EditorState extends PanelState, PanelActions {
  automationId: string;
  document: AutomationDocument;
  /** The revision the document builds on, and the document that revision holds. */
  revision: number;
  saved: AutomationDocument;
  save: SaveState;
  history: History;
  selection: Selection;
  /** What the compiler knows of the workspace. */
  context: CompileContext;
  /** What the compiler found; with what the type checker did; and the same by step. */
  compiled: Diagnostic[];
  problems: Diagnostic[];
  problemsOf: ReadonlyMap<string, Diagnostic[]>;
  /** What the type checker of the server found last, and in which document. */
  typed: TypedDraft | null;
  /** The types of steps it knows, by name. */
  types: Readonly<Record<string, string>>;
  /** What the draft compiles to; null while it has errors. */
  program: Program | null;
  /** What a run of the draft will count, as far as its text says. */
  prediction: Prediction | null;
  /** The last test, which colours the canvas. */
  run: RunView | null;
  /** While a line is drawn: where from, and why a step cannot be its end. */
  drawing: Drawing | null;
  /** Makes a named edit; loops grow with their bodies. Edits with the same `group` in a row are undone together. */
  edit: (edit: Edit, options?: { group?: string; select?: string[] }) => void;
  undo: () => void;
  redo: () => void;
  select: (nodes: string[], edges?: string[]) => void;
  setSave: (save: SaveState) => void;
  setContext: (context: CompileContext) => void;
  setCompiled: (compiled: Pick<Compiled, "program" | "diagnostics" | "prediction">) => void;
  setTyped: (typed: TypedDraft, types: Readonly<Record<string, string>>) => void;
  setRun: (run: RunView | null) => void;
  setDrawing: (drawing: Drawing | null) => void;
  /** The server has this document at this revision. */
  markSaved: (document: AutomationDocument, revision: number, at: number) => void;
  /** Ends a conflict: keep what is here on top of theirs, or take theirs (undoable). */
  keepMine: (theirs: TheirDraft) => void;
  takeTheirs: (theirs: TheirDraft, at: number) => void;
}

export type EditorStore = ReturnType<typeof createEditorStore>;

/** The identity of a line: a document has no ids for them. */
export const edgeId = (edge: GraphEdge): string => `${edge.from}:${edge.handle}:${edge.to}`;

/**
 * Makes the state of one open editor.
 *
 * @param start the draft as the server gave it
 * @param now the clock, milliseconds since the epoch
 */
export function createEditorStore(
  start: {
    automationId: string;
    document: AutomationDocument;
    revision: number;
    savedAt: number;
    context: CompileContext;
  },
  now: () => number = Date.now,
) {
  const opened = laidOut(start.document);
  return createStore<EditorState>()((set, get) => ({
    ...panelSlice(set),
    automationId: start.automationId,
    document: opened,
    revision: start.revision,
    saved: opened,
    save: { kind: "saved", at: start.savedAt },
    history: emptyHistory,
    selection: { nodes: [], edges: [] },
    context: start.context,
    compiled: [],
    problems: [],
    problemsOf: new Map(),
    typed: null,
    types: {},
    program: null,
    prediction: null,
    run: null,
    drawing: null,

    edit: (edit, options = {}) => {
      const { document, history, selection } = get();
      const next = fitLoops(edit(document));
      if (next === document) return;
      set({
        document: next,
        history: remember(history, document, now(), options.group),
        selection: options.select ? { nodes: options.select, edges: [] } : within(next, selection),
      });
    },
    undo: () => {
      const step = stepBack(get().history, get().document);
      if (step) set({ ...step, selection: within(step.document, get().selection) });
    },
    redo: () => {
      const step = stepForward(get().history, get().document);
      if (step) set({ ...step, selection: within(step.document, get().selection) });
    },
    select: (nodes, edges = []) => {
      const { selection } = get();
      if (same(selection.nodes, nodes) && same(selection.edges, edges)) return;
      set({ selection: { nodes, edges } });
    },
    setSave: (save) => set({ save }),
    setContext: (context) => set({ context }),
    setCompiled: ({ program, diagnostics, prediction }) => {
      const problems = withTypeFindings(diagnostics, get().typed, get().document);
      set({ program, prediction, compiled: diagnostics, problems, problemsOf: byNode(problems) });
    },
    setTyped: (typed, types) => {
      const problems = withTypeFindings(get().compiled, typed, get().document);
      set({ typed, types, problems, problemsOf: byNode(problems) });
    },
    setRun: (run) => {
      const isOther = run?.executionId !== get().run?.executionId;
      set(isOther ? { run, round: null } : { run });
    },
    setDrawing: (drawing) => set({ drawing }),
    markSaved: (document, revision, at) => set({ saved: document, revision, save: { kind: "saved", at } }),
    keepMine: (theirs) => set({ revision: theirs.revision, saved: theirs.document, save: { kind: "saving" } }),
    takeTheirs: (theirs, at) => {
      const { document, history, selection } = get();
      const taken = laidOut(theirs.document);
      set({
        document: taken,
        history: remember(history, document, now()),
        selection: within(taken, selection),
        revision: theirs.revision,
        saved: taken,
        save: { kind: "saved", at },
      });
    },
  }));
}

function byNode(problems: Diagnostic[]): Map<string, Diagnostic[]> {
  const found = new Map<string, Diagnostic[]>();
  for (const problem of problems) {
    if (problem.nodeId) found.set(problem.nodeId, [...(found.get(problem.nodeId) ?? []), problem]);
  }
  return found;
}

const same = (a: string[], b: string[]): boolean => a.length === b.length && a.every((id, index) => id === b[index]);

/** What of a selection still exists in a document. */
function within(document: AutomationDocument, selection: Selection): Selection {
  if (selection.nodes.length + selection.edges.length === 0) return selection;
  const nodes = new Set(document.nodes.map((node) => node.id));
  const edges = new Set(document.edges.map(edgeId));
  return { nodes: selection.nodes.filter((id) => nodes.has(id)), edges: selection.edges.filter((id) => edges.has(id)) };
}
