"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { RecordDraft } from "@/components/records/use-record-draft";
import { appErrorOf, useErrorSentence, useTRPC } from "@/components/trpc";
import { toast } from "@/components/ui/toast";
import type { CrmRecord } from "@/core/records/field-types";
import type { RecordProblem } from "@/core/records/validate-record";

/** Someone else saved the record while it was being edited. */
export interface SaveConflict {
  revision: number;
  changes: Record<string, { from: string | number | boolean | null; to: string | number | boolean | null }>;
  by: string | null;
  at: string | null;
}

interface SaveOptions {
  module: string;
  draft: RecordDraft;
  onSaved: (saved: { record: CrmRecord; name: string; revision: number }) => void;
  onConflict?: (conflict: SaveConflict) => void;
}

/** Saves a draft: refused fields get their message, a conflict is handed on, anything else is a toast. */
export function useSaveRecord({ module, draft, onSaved, onConflict }: SaveOptions) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const sentence = useErrorSentence();
  const onError = (error: unknown) => {
    const refused = appErrorOf(error);
    if (refused?.code === "INVALID_DATA")
      draft.showProblems((refused.details as { problems: RecordProblem[] }).problems);
    else if (refused?.code === "CONFLICT" && onConflict) onConflict(refused.details as SaveConflict);
    else toast.error(sentence(error));
  };
  const refresh = () => queries.invalidateQueries(trpc.records.pathFilter());
  const create = useMutation(trpc.records.create.mutationOptions({ onError, onSettled: refresh }));
  const update = useMutation(trpc.records.update.mutationOptions({ onError, onSettled: refresh }));
  return {
    isSaving: create.isPending || update.isPending,
    /** Saves; a new record when no id is given. @returns whether it was saved */
    save: async (saved?: { id: string; revision: number }): Promise<boolean> => {
      const data = draft.submit();
      if (!data) return false;
      try {
        onSaved(
          saved ? await update.mutateAsync({ module, ...saved, data }) : await create.mutateAsync({ module, data }),
        );
        return true;
      } catch {
        return false;
      }
    },
  };
}
