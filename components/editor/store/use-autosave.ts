import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { type AutosavePorts, restoreKept, type SaveAnswer, startAutosave } from "@/components/editor/store/autosave";
import { useEditorStore } from "@/components/editor/store/editor-context";
import type { EditorStore } from "@/components/editor/store/editor-store";
import { keptDraft } from "@/components/editor/store/kept-draft";
import { appErrorOf, useErrorSentence, useTRPC, useTRPCClient } from "@/components/trpc";
import { AutomationDocument } from "@/core/graph/document";
import { writeDocument } from "@/core/graph/write-document";

/**
 * Keeps the server's draft equal to what is on the screen, and restores what an earlier tab could not save.
 *
 * @returns `flush` saves at once; `flashes` rises whenever the save state shall flash
 */
export function useAutosave(): { flush: () => void; flashes: number } {
  const store = useEditorStore();
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const [flashes, setFlashes] = useState(0);
  const saver = useRef<ReturnType<typeof startAutosave>>(null);
  const save = useRef<AutosavePorts["save"]>(null);

  save.current = async (draft) => {
    const id = store.getState().automationId;
    try {
      const answer = await client.automations.saveDraft.mutate({ id, ...draft });
      queries.setQueryData(
        trpc.automations.get.queryKey({ id }),
        (before) => before && { ...before, ...pillAfter(before, answer) },
      );
      return { kind: "saved", revision: answer.revision };
    } catch (error) {
      return refusal(error, sentence(error));
    }
  };

  useEffect(() => {
    const kept = keptDraft(store.getState().automationId, AutomationDocument);
    const started = startAutosave(store, {
      save: (draft) => save.current!(draft),
      keep: kept.write,
      now: Date.now,
    });
    saver.current = started;
    restore(store, kept.read());
    const onOnline = () => void started.flush();
    const onLeave = (event: BeforeUnloadEvent) => {
      const { document, saved } = store.getState();
      if (document !== saved) event.preventDefault();
    };
    window.addEventListener("online", onOnline);
    window.addEventListener("beforeunload", onLeave);
    return () => {
      window.removeEventListener("online", onOnline);
      window.removeEventListener("beforeunload", onLeave);
      started.stop();
    };
  }, [store]);

  const flush = useCallback(() => {
    void saver.current?.flush();
    setFlashes((count) => count + 1);
  }, []);
  return { flush, flashes };
}

function restore(store: EditorStore, kept: { revision: number; document: AutomationDocument } | null): void {
  const { document, edit } = store.getState();
  if (!kept || writeDocument(kept.document) === writeDocument(document)) return;
  restoreKept(store, kept, (restored) => edit(() => restored));
}

function refusal(error: unknown, message: string): SaveAnswer {
  const known = appErrorOf(error);
  if (!known) return { kind: "unreachable" };
  const details = known.details;
  if (
    known.code === "CONFLICT" &&
    typeof details === "object" &&
    details !== null &&
    "document" in details &&
    "revision" in details
  ) {
    const document = AutomationDocument.safeParse(details.document);
    if (document.success)
      return { kind: "conflict", theirs: { revision: Number(details.revision), document: document.data } };
  }
  return { kind: "refused", message };
}

type Pill = { pill: { state: "not-live" | "live" | "changed" | "paused"; version: number | null } };

function pillAfter(before: Pill, answer: { revision: number; savedAt: Date; changed: boolean }) {
  const { state } = before.pill;
  const next: Pill["pill"]["state"] =
    state === "live" || state === "changed" ? (answer.changed ? "changed" : "live") : state;
  return { revision: answer.revision, savedAt: answer.savedAt, pill: { ...before.pill, state: next } };
}
