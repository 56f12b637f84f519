import type { AutomationDocument } from "@/core/graph/document";

/** What another tab or person saved in the meantime. */
export interface TheirDraft<Draft = AutomationDocument> {
  revision: number;
  document: Draft;
}

/** What the page says about the draft. It never says "Saved" of something that was not. */
export type SaveState<Draft = AutomationDocument> =
  | { kind: "saved"; at: number }
  | { kind: "saving" }
  | { kind: "offline"; reason: "connection" | "refused"; message?: string }
  | { kind: "conflict"; theirs: TheirDraft<Draft> };
