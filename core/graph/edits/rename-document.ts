import type { AutomationDocument } from "@/core/graph/document";

/** Gives the automation another name. */
export const renameDocument = (document: AutomationDocument, name: string): AutomationDocument => ({
  ...document,
  name,
});
