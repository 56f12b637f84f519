import { AppError } from "@/core/execution/errors";
import type { AutomationDocument } from "@/core/graph/document";
import { parseDocument } from "@/core/graph/parse-document";

/**
 * Reads an automation document that came from outside. It may miss settings, but has the shape of a document.
 *
 * @throws AppError BAD_REQUEST with the diagnostics as its details
 */
export function parseDraft(value: unknown): AutomationDocument {
  const { document, diagnostics } = parseDocument(value);
  if (document) return document;
  const { path, reason, detail } = diagnostics[0]?.params ?? {};
  throw new AppError(
    "BAD_REQUEST",
    { reason: [path, detail || reason].filter(Boolean).join(": ") },
    { details: { diagnostics: diagnostics.map((found) => ({ ...found })) } },
  );
}
