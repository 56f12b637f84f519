import type { SaveState, TheirDraft } from "@/components/editor/store/save-state";
import type { AutomationDocument } from "@/core/graph/document";

/** A pause in editing of this length saves the draft (milliseconds). */
const DEBOUNCE_MS = 600;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;

/** What became of one attempt to save. */
export type SaveAnswer<Draft = AutomationDocument> =
  | { kind: "saved"; revision: number }
  | { kind: "conflict"; theirs: TheirDraft<Draft> }
  | { kind: "refused"; message: string }
  | { kind: "unreachable" };

export interface AutosavePorts<Draft = AutomationDocument> {
  save: (draft: { revision: number; document: Draft }) => Promise<SaveAnswer<Draft>>;
  /** Keeps the draft in the browser until the server has it; null forgets it. */
  keep: (draft: TheirDraft<Draft> | null) => void;
  now: () => number;
}

/** What saving needs of the state of a page that edits a draft. */
export interface DraftState<Draft> {
  document: Draft;
  /** The revision the document builds on, and the document that revision holds. */
  revision: number;
  saved: Draft;
  save: SaveState<Draft>;
  setSave: (save: SaveState<Draft>) => void;
  markSaved: (document: Draft, revision: number, at: number) => void;
}

interface DraftStore<Draft> {
  getState: () => DraftState<Draft>;
  subscribe: (listener: (state: DraftState<Draft>, before: DraftState<Draft>) => void) => () => void;
}

/**
 * Saves the draft after each pause in editing, one save at a time, and retries while the server cannot be reached. A
 * draft that somebody else changed is not saved until a person has chosen.
 *
 * @returns `flush` saves at once and settles when that was tried, `stop` ends it
 */
export function startAutosave<Draft>(
  store: DraftStore<Draft>,
  ports: AutosavePorts<Draft>,
): { flush: () => Promise<void>; stop: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let attempt: Promise<void> | null = null;
  let stopped = false;
  let retryMs = FIRST_RETRY_MS;

  const isDirty = () => store.getState().document !== store.getState().saved;

  const schedule = (delayMs: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(run, delayMs);
  };

  const run = (): Promise<void> => {
    const { save } = store.getState();
    if (stopped || save.kind === "conflict" || !isDirty()) return attempt ?? Promise.resolve();
    attempt ??= send();
    return attempt;
  };

  const send = async () => {
    const { document, revision } = store.getState();
    const answer = await ports.save({ revision, document });
    attempt = null;
    // Who left the page meanwhile finds nothing to restore when all of it arrived.
    if (stopped && answer.kind === "saved" && store.getState().document === document) ports.keep(null);
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
    const resolved = before.save.kind === "conflict" && state.save.kind !== "conflict";
    if ((edited || resolved) && isDirty()) onEdit();
    else if (resolved) ports.keep(null);
    if (edited && !isDirty() && state.save.kind === "saving" && !attempt) {
      ports.keep(null);
      state.setSave({ kind: "saved", at: ports.now() });
    }
  });

  return {
    flush: () => {
      clearTimeout(timer);
      return run();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
      unsubscribe();
    },
  };
}

/**
 * Shows what an earlier page could not save. What builds on an older revision is a conflict, and still is when this page is
 * left before a person has chosen: what is kept meanwhile names the revision it builds on.
 *
 * @param show makes the kept draft the document
 */
export function restoreKept<Draft>(
  store: { getState: () => DraftState<Draft>; setState: (part: { revision: number }) => void },
  kept: TheirDraft<Draft>,
  show: (document: Draft) => void,
): void {
  const { document, revision, setSave } = store.getState();
  if (kept.revision === revision) {
    show(kept.document);
    return;
  }
  store.setState({ revision: kept.revision });
  show(kept.document);
  setSave({ kind: "conflict", theirs: { revision, document } });
}
