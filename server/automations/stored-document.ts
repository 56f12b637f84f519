import type { AutomationDocument } from "@/core/graph/document";
import { parseDocument } from "@/core/graph/parse-document";
import type { Prisma } from "@/server/database/client";

/** Reads a document that this server has stored, and so has validated; one of an older version becomes one of today's. */
export function storedDocument(value: Prisma.JsonValue): AutomationDocument {
  const { document, diagnostics } = parseDocument(value);
  if (!document) throw new Error(`a stored document cannot be read: ${JSON.stringify(diagnostics[0])}`);
  return document;
}
