import { z } from "zod";
import type { TheirDraft } from "@/components/editor/store/save-state";

/** The browser's own copy of a draft that the server does not have yet, of an automation or a function. */
export function keptDraft<Draft>(id: string, document: z.ZodType<Draft>) {
  const key = `millrace.draft.${id}`;
  const kept = z.object({ revision: z.number(), document });
  return {
    /** @returns null when there is none, or it cannot be read any more. */
    read: (): TheirDraft<Draft> | null => {
      try {
        return kept.parse(JSON.parse(localStorage.getItem(key) ?? "null"));
      } catch {
        return null;
      }
    },
    /** Keeps a draft; null forgets it. A full or forbidden storage is no reason to stop editing. */
    write: (draft: TheirDraft<Draft> | null): void => {
      try {
        if (draft) localStorage.setItem(key, JSON.stringify(draft));
        else localStorage.removeItem(key);
      } catch {
        return;
      }
    },
  };
}
