import type { Diagnostic } from "@/core/compiler/diagnostic";
import type { Actor, App } from "@/server/app";
import { checkAutomation } from "@/server/automations/check-automation";
import { createAutomation } from "@/server/automations/create-automation";
import { parseDraft } from "@/server/automations/parse-draft";
import { publishAutomation } from "@/server/automations/publish-automation";
import { saveDraft } from "@/server/automations/save-draft";

export interface Imported {
  id: string;
  diagnostics: Diagnostic[];
  /** The number of the version that is live now; null when it was not published, because it was not asked for or cannot be. */
  published: number | null;
}

/**
 * Takes an automation document from a script: a new automation, or the new draft of the one with the same name. The
 * draft is kept even when it cannot be published.
 *
 * @throws AppError BAD_REQUEST when the document is malformed
 */
export async function importDocument(
  app: App,
  actor: Actor,
  input: { document: unknown; publish?: boolean },
): Promise<Imported> {
  const document = parseDraft(input.document);
  const existing = await app.db.automation.findFirst({
    where: { workspaceId: actor.workspaceId, name: document.name, deletedAt: null },
    orderBy: { createdAt: "asc" },
    select: { id: true, revision: true },
  });
  const id = existing?.id ?? (await createAutomation(app, actor, { name: document.name, document })).id;
  if (existing) await saveDraft(app, actor, { id, revision: existing.revision, document });

  const { revision, diagnostics } = await checkAutomation(app, actor, { id });
  const publishable = diagnostics.every(({ severity }) => severity !== "error");
  if (!input.publish || !publishable) return { id, diagnostics, published: null };
  const { number } = await publishAutomation(app, actor, { id, revision });
  return { id, diagnostics, published: number };
}
