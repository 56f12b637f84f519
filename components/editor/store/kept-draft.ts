import { z } from "zod";
import { AutomationDocument } from "@/core/graph/document";

const Kept = z.object({ revision: z.number(), document: AutomationDocument });

/** The browser's own copy of a draft that the server does not have yet. */
export function keptDraft(automationId: string) {
  const key = `millrace.draft.${automationId}`;
  return {
    /** @returns null when there is none, or it cannot be read any more. */
    read: (): z.infer<typeof Kept> | null => {
      try {
        return Kept.parse(JSON.parse(localStorage.getItem(key) ?? "null"));
      } catch {
        return null;
      }
    },
    /** Keeps a draft; null forgets it. A full or forbidden storage is no reason to stop editing. */
    write: (draft: z.infer<typeof Kept> | null): void => {
      try {
        if (draft) localStorage.setItem(key, JSON.stringify(draft));
        else localStorage.removeItem(key);
      } catch {
        return;
      }
    },
  };
}
