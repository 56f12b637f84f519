import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import type { AutomationDocument } from "@/core/graph/document";
import { parseDocument } from "@/core/graph/parse-document";

/** Reads what a file holds as an automation document. */
export function readDocumentText(text: string): { document: AutomationDocument | null; diagnostics: Diagnostic[] } {
  try {
    return parseDocument(JSON.parse(text));
  } catch {
    return {
      document: null,
      diagnostics: [error("DOCUMENT_INVALID", {}, { path: "document", reason: "notJsonText", detail: "" })],
    };
  }
}
