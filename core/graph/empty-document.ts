import { type AutomationDocument, DOCUMENT_FORMAT, SCHEMA_VERSION } from "@/core/graph/document";

/** @returns the document of an automation that has no step yet. */
export const emptyDocument = (name: string): AutomationDocument => ({
  format: DOCUMENT_FORMAT,
  schemaVersion: SCHEMA_VERSION,
  name,
  nodes: [],
  edges: [],
  layout: {},
});
