import type { AutomationDocument } from "@/core/graph/document";

/** What another tab or person saved in the meantime. */
export interface TheirDraft {
  revision: number;
  document: AutomationDocument;
}

/** What the top bar says about the draft. It never says "Saved" of something that was not. */
export type SaveState =
  | { kind: "saved"; at: number }
  | { kind: "saving" }
  | { kind: "offline"; reason: "connection" | "refused"; message?: string }
  | { kind: "conflict"; theirs: TheirDraft };
