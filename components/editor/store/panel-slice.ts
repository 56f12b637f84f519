import type { CrmRecord } from "@/core/records/field-types";

export type EditorTab = "canvas" | "outline" | "code" | "runs" | "versions";
export type InspectorTab = "setup" | "data" | "result" | "failure";
export type RunTab = "steps" | "log" | "problems" | "effects";

/** Where the step search stands and what its choice is joined to. */
export interface StepSearch {
  /** On the canvas, where the new step's in-handle shall be. */
  at: { x: number; y: number };
  /** On the screen, where the search opens. */
  screen: { x: number; y: number };
  /** Join from this handle. */
  from?: { node: string; handle: string };
  /** Insert into this line. */
  into?: { from: string; handle: string; to: string };
}

/** Which parts of the frame are open. Not undoable, not saved. */
export interface PanelState {
  tab: EditorTab;
  inspectorTab: InspectorTab;
  wide: boolean;
  runTab: RunTab;
  runOpen: boolean;
  testing: boolean;
  publishing: boolean;
  shortcuts: boolean;
  renaming: string | null;
  /** A config field that a problem points to, to be focused. */
  focusField: string | null;
  search: StepSearch | null;
  /** The execution whose steps colour the canvas: the last test. */
  executionId: string | null;
  /** The round of a loop whose steps are shown: a path of the journal, or null for the one that says most. */
  round: string | null;
  /** Whether cards are tinted by their share of the run's instructions. */
  heat: boolean;
  /** The record a test runs with; its values are the examples in the inspector. */
  testRecord: { module: string; record: CrmRecord; name: string } | null;
  /** The input a test runs with where no record is chosen, as JSON text. */
  testInput: string;
  locked: boolean;
  /** The step whose code one points at, or whose card. */
  litNode: string | null;
}

export interface PanelActions {
  show: (panel: Partial<PanelState>) => void;
  /** Opens a step in the inspector, on one field where a problem names it. */
  openStep: (node: string, field?: string) => void;
}

type Change = Partial<PanelState> & { selection?: { nodes: string[]; edges: string[] } };
type Set = (change: Change | ((state: PanelState) => Change)) => void;

/** The part of the editor's state that says what is open. */
export const panelSlice = (set: Set): PanelState & PanelActions => ({
  tab: "canvas",
  inspectorTab: "setup",
  wide: false,
  runTab: "steps",
  runOpen: false,
  testing: false,
  publishing: false,
  shortcuts: false,
  renaming: null,
  focusField: null,
  search: null,
  executionId: null,
  round: null,
  heat: false,
  testRecord: null,
  testInput: "{}",
  locked: false,
  litNode: null,
  show: (panel) => set(panel),
  openStep: (node, field) =>
    set(({ tab }) => ({
      tab: tab === "outline" ? tab : "canvas",
      selection: { nodes: [node], edges: [] },
      inspectorTab: "setup",
      focusField: field ?? null,
    })),
});
