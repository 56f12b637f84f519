import { createStore } from "zustand/vanilla";
import type { DraftState } from "@/components/editor/store/autosave";
import type { TheirDraft } from "@/components/editor/store/save-state";

/** What is edited of a function. */
export interface FunctionText {
  source: string;
  description: string;
}

export interface FunctionDraftState extends DraftState<FunctionText> {
  edit: (part: Partial<FunctionText>) => void;
  /** Ends a conflict: keep what is here on top of theirs, or take theirs. */
  keepMine: (theirs: TheirDraft<FunctionText>) => void;
  takeTheirs: (theirs: TheirDraft<FunctionText>, at: number) => void;
}

export type FunctionDraftStore = ReturnType<typeof createFunctionDraftStore>;

/** The state of one open function: what is on the screen, and what of it the server has. */
export function createFunctionDraftStore(start: { document: FunctionText; revision: number; savedAt: number }) {
  return createStore<FunctionDraftState>()((set, get) => ({
    document: start.document,
    saved: start.document,
    revision: start.revision,
    save: { kind: "saved", at: start.savedAt },
    edit: (part) => {
      const { document, saved } = get();
      const next = { ...document, ...part };
      if (isSame(next, document)) return;
      set({ document: isSame(next, saved) ? saved : next });
    },
    setSave: (save) => set({ save }),
    markSaved: (document, revision, at) => set({ saved: document, revision, save: { kind: "saved", at } }),
    keepMine: (theirs) => set({ revision: theirs.revision, saved: theirs.document, save: { kind: "saving" } }),
    takeTheirs: ({ document, revision }, at) =>
      set({ document, saved: document, revision, save: { kind: "saved", at } }),
  }));
}

const isSame = (one: FunctionText, other: FunctionText) =>
  one.source === other.source && one.description === other.description;
