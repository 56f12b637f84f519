import { type Diagnostic, error } from "@/core/compiler/diagnostic";
import { LIMITS } from "@/core/execution/limits";
import { AutomationDocument, DOCUMENT_FORMAT, MAX_EDGES, MAX_NODES, SCHEMA_VERSION } from "@/core/graph/document";
import { MIGRATIONS } from "@/core/graph/migrations";
import { orderedDocument } from "@/core/graph/write-document";
import { findTextFault } from "@/core/values/text-fault";

/** The most issues a refusal lists; the rest would not be read. */
const MAX_ISSUES = 20;

/**
 * Reads an automation document from anything: an upload, a row, a hostile request. Older documents are migrated,
 * and keys stand in the order of a written document, so that whatever kept it in between makes no difference to what it
 * becomes. Never throws.
 * @returns the document, or null and why
 */
export function parseDocument(input: unknown): { document: AutomationDocument | null; diagnostics: Diagnostic[] } {
  const tooMany = tooManyIn(input);
  if (tooMany) return refused(tooMany.path, "tooMany", String(tooMany.most));
  const fault = findTextFault(input, LIMITS.jsonDepth);
  if (fault) return refused(fault.path, fault.reason);
  if (typeof input !== "object" || input === null || Array.isArray(input)) return refused("", "notAnObject");
  const migrated = migrate(input as Record<string, unknown>);
  if (typeof migrated === "string") return refused("schemaVersion", migrated);
  const parsed = AutomationDocument.safeParse(migrated);
  if (parsed.success) return { document: orderedDocument(parsed.data), diagnostics: [] };
  const diagnostics = parsed.error.issues
    .slice(0, MAX_ISSUES)
    .map((issue) => documentError(issue.path.map(String).join("."), "rule", issue.message));
  return { document: null, diagnostics };
}

/** Brings an older document to today's schema, one version at a time. */
function migrate(document: Record<string, unknown>): Record<string, unknown> | string {
  const version = document.schemaVersion;
  if (document.format !== DOCUMENT_FORMAT || typeof version !== "number") return "notADocument";
  if (version > SCHEMA_VERSION) return "newerVersion";
  let current = document;
  for (let from = version; from < SCHEMA_VERSION; from += 1) {
    const step = MIGRATIONS[from];
    if (!step) return "unknownVersion";
    current = step(current);
  }
  return current;
}

/** Looked at before anything inside is read. */
function tooManyIn(input: unknown): { path: string; most: number } | null {
  if (typeof input !== "object" || input === null) return null;
  const { nodes, edges } = input as { nodes?: unknown; edges?: unknown };
  if (Array.isArray(nodes) && nodes.length > MAX_NODES) return { path: "nodes", most: MAX_NODES };
  return Array.isArray(edges) && edges.length > MAX_EDGES ? { path: "edges", most: MAX_EDGES } : null;
}

const refused = (path: string, reason: string, detail = "") => ({
  document: null,
  diagnostics: [documentError(path, reason, detail)],
});

const documentError = (path: string, reason: string, detail: string): Diagnostic =>
  error("DOCUMENT_INVALID", {}, { path: path || "document", reason, detail });
