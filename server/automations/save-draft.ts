import { AppError } from "@/core/execution/errors";
import type { AutomationDocument } from "@/core/graph/document";
import { sameMeaning } from "@/core/graph/document-changes";
import type { Actor, App } from "@/server/app";
import { findAutomation } from "@/server/automations/find-automation";
import { parseDraft } from "@/server/automations/parse-draft";
import { readVersionDocument } from "@/server/automations/read-version-document";
import { storedDocument } from "@/server/automations/stored-document";

export interface SaveDraftInput {
  id: string;
  /** The revision this document was made from. */
  revision: number;
  document: unknown;
}

export interface SavedDraft {
  revision: number;
  savedAt: Date;
  /** Whether the draft now does something else than the live version. */
  changed: boolean;
}

/**
 * Saves the draft when nobody saved another one in between. A draft may miss settings, but is never malformed.
 *
 * @throws AppError CONFLICT with `{ revision, document, name, savedAt }` of the draft that came first as its details
 * @throws AppError BAD_REQUEST when the document is malformed, with the diagnostics as its details
 */
export async function saveDraft(app: App, actor: Actor, input: SaveDraftInput): Promise<SavedDraft> {
  const document = parseDraft(input.document);
  const automation = await findAutomation(app, actor, input.id);
  const revision = input.revision + 1;
  const asPublished = await doesTheSame(app, actor, automation.liveVersionId, document);
  const savedAt = app.clock.now();
  const { count } = await app.db.automation.updateMany({
    where: { id: input.id, workspaceId: actor.workspaceId, deletedAt: null, revision: input.revision },
    data: {
      draft: document,
      name: document.name,
      revision,
      ...(asPublished && { publishedRevision: revision }),
      updatedAt: savedAt,
      updatedById: actor.userId ?? automation.updatedById,
    },
  });
  if (count === 0) throw await conflict(app, actor, input);
  return { revision, savedAt, changed: automation.liveVersionId !== null && !asPublished };
}

async function doesTheSame(
  app: App,
  actor: Actor,
  liveVersionId: string | null,
  draft: AutomationDocument,
): Promise<boolean> {
  return liveVersionId !== null && sameMeaning(await readVersionDocument(app, actor, liveVersionId), draft);
}

async function conflict(app: App, actor: Actor, input: SaveDraftInput): Promise<AppError> {
  const theirs = await findAutomation(app, actor, input.id);
  const by = await app.db.user.findUnique({ where: { id: theirs.updatedById }, select: { name: true } });
  return new AppError(
    "CONFLICT",
    { what: "draft", revision: theirs.revision },
    {
      details: {
        revision: theirs.revision,
        document: storedDocument(theirs.draft),
        name: by?.name ?? null,
        savedAt: theirs.updatedAt.toISOString(),
      },
    },
  );
}
