import { AppError } from "@/core/execution/errors";
import { AutomationDocument } from "@/core/graph/document";

/**
 * Reads an automation document that came from outside. It may miss settings, but has the shape of a document.
 *
 * @throws AppError BAD_REQUEST with the first findings as its details
 */
export function parseDraft(value: unknown): AutomationDocument {
  const parsed = AutomationDocument.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join("."), message }));
  throw new AppError("BAD_REQUEST", { what: "document", at: issues[0]?.path ?? "" }, { details: { issues } });
}
