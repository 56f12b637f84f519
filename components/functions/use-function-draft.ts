"use client";

import type { EditorView } from "@codemirror/view";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type RefObject, useMemo, useRef, useState } from "react";
import { NEW_FUNCTION_SOURCE } from "@/components/functions/new-function-source";
import { appErrorOf, useErrorSentence, useTRPC } from "@/components/trpc";
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
  changed: boolean;
  saving: boolean;
  /** Saves what is not saved yet. @returns the function's id, or null when it could not be saved, which was said. */
  save: () => Promise<string | null>;
  /** The editor, once it is there. */
  editor: RefObject<EditorView | null>;
}

/**
 * @param saved null for a new function
 * @param onCreated called with the id of a new function when it was saved the first time
 */
export function useFunctionDraft(saved: FunctionDetail | null, onCreated: (id: string) => void): FunctionDraft {
  const [source, setSource] = useState(saved?.source ?? NEW_FUNCTION_SOURCE);
  const [description, setDescription] = useState(saved?.description ?? "");
  const { head, problems } = useMemo(() => functionProblems(source), [source]);
  const editor = useRef<EditorView | null>(null);
  const changed = !saved || source !== saved.source || description !== saved.description;
  const { save, saving } = useSave(saved, { source, description, changed, onCreated });
  return {
    source,
    setSource,
    description,
    setDescription,
    head,
    problems,
    parameters: head?.signature.parameters ?? saved?.signature.parameters ?? [],
    changed,
    saving,
    save,
    editor,
  };
}

interface SaveOptions {
  source: string;
  description: string;
  changed: boolean;
  onCreated: (id: string) => void;
}

function useSave(saved: FunctionDetail | null, { source, description, changed, onCreated }: SaveOptions) {
  const t = useTranslations("functions");
  const trpc = useTRPC();
  const sentence = useErrorSentence();
  const queryClient = useQueryClient();
  const create = useMutation(trpc.functions.create.mutationOptions());
  const update = useMutation(trpc.functions.save.mutationOptions());

  const save = async (): Promise<string | null> => {
    if (saved && !changed) return saved.id;
    try {
      if (!saved) {
        const { id, name, version } = await create.mutateAsync({ source, description });
        toast.success(t("saved", { name, version }));
        await queryClient.invalidateQueries({ queryKey: trpc.functions.list.queryKey() });
        await queryClient.fetchQuery(trpc.functions.get.queryOptions({ id }));
        onCreated(id);
        return id;
      }
      const { name, version } = await update.mutateAsync({ id: saved.id, source, description, version: saved.version });
      toast.success(t("saved", { name, version }));
      await queryClient.invalidateQueries({ queryKey: trpc.functions.pathKey() });
      return saved.id;
    } catch (error) {
      toast.error(appErrorOf(error)?.params.what === "function" ? t("conflict") : sentence(error));
      return null;
    }
  };
  return { save, saving: create.isPending || update.isPending };
}
