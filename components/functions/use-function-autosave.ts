"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { z } from "zod";
import { type AutosavePorts, restoreKept, type SaveAnswer, startAutosave } from "@/components/editor/store/autosave";
import { keptDraft } from "@/components/editor/store/kept-draft";
import type { FunctionDraftStore, FunctionText } from "@/components/functions/function-draft-store";
import { appErrorOf, useErrorSentence, useTRPC, useTRPCClient } from "@/components/trpc";
import { functionSignature } from "@/core/compiler/function-signature";
import type { FunctionDetail } from "@/server/functions/get-function";
import type { SavedFunctionDraft } from "@/server/functions/save-function-draft";

const Text = z.object({ source: z.string(), description: z.string() });
const Theirs = Text.extend({ revision: z.number() });

/**
 * Keeps the server's draft of a function equal to what is on the screen, and restores what an earlier tab could not save.
 *
 * @param id null for a function that was never saved, which nothing is saved of
 * @returns saves at once, and tells whether the server now has everything
 */
export function useFunctionAutosave(id: string | null, store: FunctionDraftStore): () => Promise<boolean> {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const saver = useRef<ReturnType<typeof startAutosave<FunctionText>>>(null);
  const save = useRef<AutosavePorts<FunctionText>["save"]>(null);

  save.current = async ({ revision, document }) => {
    if (id === null) return { kind: "unreachable" };
    try {
      const answer = await client.functions.saveDraft.mutate({ id, revision, ...document });
      queries.setQueryData(trpc.functions.get.queryKey({ id }), (before) => before && after(before, document, answer));
      void queries.invalidateQueries({ queryKey: trpc.functions.list.queryKey() });
      return { kind: "saved", revision: answer.revision };
    } catch (error) {
      return refusal(error, sentence(error));
    }
  };

  useEffect(() => {
    if (id === null) return;
    const kept = keptDraft(id, Text);
    const started = startAutosave(store, { save: (draft) => save.current!(draft), keep: kept.write, now: Date.now });
    saver.current = started;
    restore(store, kept.read());
    // What was typed while a new function was saved the first time.
    if (store.getState().document !== store.getState().saved) void started.flush();
    const onOnline = () => void started.flush();
    window.addEventListener("online", onOnline);
    return () => {
      window.removeEventListener("online", onOnline);
      started.stop();
    };
  }, [id, store]);

  return useCallback(async () => {
    const isDirty = () => store.getState().document !== store.getState().saved;
    await saver.current?.flush();
    // What was typed while the first was under way.
    if (isDirty() && store.getState().save.kind === "saving") await saver.current?.flush();
    return !isDirty();
  }, [store]);
}

function restore(store: FunctionDraftStore, kept: { revision: number; document: FunctionText } | null): void {
  const { document, edit } = store.getState();
  if (!kept || (kept.document.source === document.source && kept.document.description === document.description)) return;
  restoreKept(store, kept, edit);
}

function refusal(error: unknown, message: string): SaveAnswer<FunctionText> {
  const known = appErrorOf(error);
  if (!known) return { kind: "unreachable" };
  const theirs = known.code === "CONFLICT" ? Theirs.safeParse(known.details) : null;
  if (!theirs?.success) return { kind: "refused", message };
  const { revision, ...document } = theirs.data;
  return { kind: "conflict", theirs: { revision, document } };
}

/** The function as the server would tell of it now. */
function after(before: FunctionDetail, text: FunctionText, answer: SavedFunctionDraft): FunctionDetail {
  const read = functionSignature(text.source);
  const head = "head" in read ? read.head : null;
  const { version } = before.pill;
  return {
    ...before,
    ...text,
    name: head && version === 0 ? head.name : before.name,
    signature: head?.signature ?? before.signature,
    revision: answer.revision,
    updatedAt: answer.savedAt,
    updatedBy: answer.savedBy,
    pill: { version, state: version === 0 ? "not-published" : answer.changed ? "changed" : "published" },
  };
}
