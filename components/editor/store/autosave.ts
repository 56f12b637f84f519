import type { EditorStore } from "@/components/editor/store/editor-store";
import type { TheirDraft } from "@/components/editor/store/save-state";
import type { AutomationDocument } from "@/core/graph/document";

/** A pause in editing of this length saves the draft (milliseconds). */
const DEBOUNCE_MS = 600;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;

/** What became of one attempt to save. */
export type SaveAnswer =
  | { kind: "saved"; revision: number }
  | { kind: "conflict"; theirs: TheirDraft }
  | { kind: "refused"; message: string }
  | { kind: "unreachable" };

export interface AutosavePorts {
  save: (draft: { revision: number; document: AutomationDocument }) => Promise<SaveAnswer>;
  /** Keeps the draft in the browser until the server has it; null forgets it. */
  keep: (draft: TheirDraft | null) => void;
  now: () => number;
}

/**
 * Saves the draft after each pause in editing, one save at a time, and retries while the server cannot be reached. A
 * draft that somebody else changed is not saved until a person has chosen.
 *
 * @returns `flush` saves at once, `stop` ends it
 */
export function startAutosave(store: EditorStore, ports: AutosavePorts): { flush: () => void; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  let stopped = false;
  let retryMs = FIRST_RETRY_MS;

  const isDirty = () => store.getState().document !== store.getState().saved;

  const schedule = (delayMs: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(run, delayMs);
  };

  const run = async () => {
    const { document, revision, save } = store.getState();
    if (busy || stopped || save.kind === "conflict" || !isDirty()) return;
    busy = true;
    const answer = await ports.save({ revision, document });
    busy = false;
    if (stopped) return;
    if (answer.kind === "saved") {
      retryMs = FIRST_RETRY_MS;
      store.getState().markSaved(document, answer.revision, ports.now());
      if (isDirty()) onEdit();
      else ports.keep(null);
    } else if (answer.kind === "conflict") {
      store.getState().setSave({ kind: "conflict", theirs: answer.theirs });
    } else if (answer.kind === "refused") {
      store.getState().setSave({ kind: "offline", reason: "refused", message: answer.message });
    } else {
      store.getState().setSave({ kind: "offline", reason: "connection" });
      schedule(retryMs);
      retryMs = Math.min(retryMs * 2, LAST_RETRY_MS);
    }
  };

  const onEdit = () => {
    const { document, revision, save, setSave } = store.getState();
    ports.keep({ document, revision });
    if (save.kind === "conflict") return;
    if (save.kind !== "saving" && save.kind !== "offline") setSave({ kind: "saving" });
    schedule(DEBOUNCE_MS);
  };

  const unsubscribe = store.subscribe((state, before) => {
    const edited = state.document !== before.document;
    const resolved = state.saved !== before.saved && before.save.kind === "conflict";
    if ((edited || resolved) && isDirty()) onEdit();
    if (edited && !isDirty() && state.save.kind === "saving" && !busy) {
      ports.keep(null);
      state.setSave({ kind: "saved", at: ports.now() });
    }
  });

  return {
    flush: () => schedule(0),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}
