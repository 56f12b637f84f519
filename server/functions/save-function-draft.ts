import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { findFunction } from "@/server/functions/find-function";
import { newestVersion } from "@/server/functions/newest-version";
import { readDraft } from "@/server/functions/read-draft";

export interface SaveFunctionDraftInput {
  id: string;
  /** The revision this code was made from. */
  revision: number;
  source: string;
  description?: string;
}

export interface SavedFunctionDraft {
  revision: number;
  savedAt: Date;
  savedBy: string;
  /** Whether the draft is now something else than the newest version; true while there is none. */
  changed: boolean;
}

/**
 * Saves the draft of a function when nobody saved another one in between. It may be unreadable. Its description is no
 * part of a version and counts at once.
 *
 * @throws AppError NOT_FOUND
 * @throws AppError CONFLICT with `{ revision, source, description, name, savedAt }` of the draft that came first as details
 */
export async function saveFunctionDraft(
  app: App,
  actor: Actor,
  input: SaveFunctionDraftInput,
): Promise<SavedFunctionDraft> {
  const { workspaceId } = actor;
  const { id, latestVersion, updatedById } = await findFunction(app, actor, input.id);
  const newest = await newestVersion(app, actor, id);
  const { name, signature } = readDraft(input.source);
  const revision = input.revision + 1;
  const changed = newest?.source !== input.source;
  const savedAt = app.clock.now();
  const { count } = await app.db.function.updateMany({
    // With the version it was compared with: a publish in between must not be taken for this draft's.
    where: { id, workspaceId, deletedAt: null, revision: input.revision, latestVersion },
    data: {
      source: input.source,
      description: input.description,
      ...(signature && { signature: { ...signature } }),
      // What was published keeps its name until the draft is: automations know it by that.
      ...(name !== null && latestVersion === 0 && { name }),
      revision,
      ...(!changed && { publishedRevision: revision }),
      updatedById: actor.userId ?? updatedById,
      updatedAt: savedAt,
    },
  });
  if (count === 0) throw await conflict(app, actor, id);
  await app.changes.notify({ kind: "function", workspaceId, id });
  return { revision, savedAt, savedBy: actor.name, changed };
}

async function conflict(app: App, actor: Actor, id: string): Promise<AppError> {
  const theirs = await findFunction(app, actor, id);
  const by = await app.db.user.findUnique({ where: { id: theirs.updatedById }, select: { name: true } });
  const { revision, source, description } = theirs;
  return new AppError(
    "CONFLICT",
    { what: "function", revision },
    { details: { revision, source, description, name: by?.name ?? null, savedAt: theirs.updatedAt.toISOString() } },
  );
}
