"use client";

import type { EditorView } from "@codemirror/view";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { useStore } from "zustand";
import type { SaveState } from "@/components/editor/store/save-state";
import {
  createFunctionDraftStore,
  type FunctionDraftStore,
  type FunctionText,
} from "@/components/functions/function-draft-store";
import { NEW_FUNCTION_SOURCE } from "@/components/functions/new-function-source";
import { useFunctionAutosave } from "@/components/functions/use-function-autosave";
import { useErrorSentence, useTRPC } from "@/components/trpc";
import { toast } from "@/components/ui/toast";
import { type FunctionProblem, functionProblems } from "@/core/compiler/function-problems";
import type { FunctionHead } from "@/core/compiler/function-signature";
import type { FunctionSignature } from "@/core/compiler/program";
import type { FunctionDetail } from "@/server/functions/get-function";

/** A function as it is being edited. */
export interface FunctionDraft {
  source: string;
  setSource: (source: string) => void;
  description: string;
  setDescription: (description: string) => void;
  /** Null while its first line cannot be read. */
  head: FunctionHead | null;
  problems: FunctionProblem[];
  /** Those of the head; of the saved function while the head cannot be read. */
  parameters: FunctionSignature["parameters"];
  /** Whether something on the screen is not saved. */
  changed: boolean;
  saveState: SaveState<FunctionText>;
  /** Rises whenever the save state shall flash. */
  flashes: number;
  /** For the choice after a conflict. */
  store: FunctionDraftStore;
  /** Saves what is not saved yet. @returns the function's id, or null when it could not be saved, which was said. */
  save: () => Promise<string | null>;
  /** The editor, once it is there. */
  editor: RefObject<EditorView | null>;
}

/**
 * @param saved null for a new function, which is saved when it is asked for; from then on it saves itself
 * @param onCreated called with the id of a new function when it was saved the first time
 */
export function useFunctionDraft(saved: FunctionDetail | null, onCreated: (id: string) => void): FunctionDraft {
  const t = useTranslations("functions.draft");
  const [store] = useState(() => createFunctionDraftStore(startOf(saved)));
  const { document, saved: kept, save: saveState, edit } = useStore(store);
  const { source, description } = document;
  const { head, problems } = useMemo(() => functionProblems(source), [source]);
  const editor = useRef<EditorView | null>(null);
  const [flashes, setFlashes] = useState(0);
  const flush = useFunctionAutosave(saved?.id ?? null, store);
  const create = useCreate(store, onCreated);
  useNewerDraft(saved, store);
  const changed = !saved || document !== kept;
  useAskBeforeLeaving(saved ? changed : source !== NEW_FUNCTION_SOURCE);

  const save = async (): Promise<string | null> => {
    setFlashes((count) => count + 1);
    if (!saved) return create();
    if (await flush()) return saved.id;
    toast.error(t("notSaved"));
    return null;
  };
  return {
    source,
    setSource: (next) => edit({ source: next }),
    description,
    setDescription: (next) => edit({ description: next }),
    head,
    problems,
    parameters: head?.signature.parameters ?? saved?.signature.parameters ?? [],
    changed,
    saveState,
    flashes,
    store,
    save,
    editor,
  };
}

const startOf = (saved: FunctionDetail | null) => ({
  document: { source: saved?.source ?? NEW_FUNCTION_SOURCE, description: saved?.description ?? "" },
  revision: saved?.revision ?? 0,
  savedAt: saved?.updatedAt.getTime() ?? 0,
});

/** Makes the new function of what is on the screen, as a draft. */
function useCreate(store: FunctionDraftStore, onCreated: (id: string) => void): () => Promise<string | null> {
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const mutation = useMutation(trpc.functions.create.mutationOptions());
  return async () => {
    if (mutation.isPending) return null;
    const { document } = store.getState();
    try {
      const { id, revision } = await mutation.mutateAsync({ ...document, draft: true });
      store.getState().markSaved(document, revision, Date.now());
      await queryClient.invalidateQueries({ queryKey: trpc.functions.list.queryKey() });
      await queryClient.fetchQuery(trpc.functions.get.queryOptions({ id }));
      onCreated(id);
      return id;
    } catch (error) {
      toast.error(sentence(error));
      return null;
    }
  };
}

/** Shows what another tab or person saved, unless something here would be lost. */
function useNewerDraft(saved: FunctionDetail | null, store: FunctionDraftStore): void {
  useEffect(() => {
    const { document, saved: kept, revision, takeTheirs } = store.getState();
    if (!saved || saved.revision <= revision || document !== kept) return;
    const { source, description } = saved;
    takeTheirs({ document: { source, description }, revision: saved.revision }, saved.updatedAt.getTime());
  }, [saved, store]);
}

function useAskBeforeLeaving(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", onLeave);
    return () => window.removeEventListener("beforeunload", onLeave);
  }, [unsaved]);
}
