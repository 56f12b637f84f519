import type { Actor, App } from "@/server/app";
import { type CreatedFunction, createFunction } from "@/server/functions/create-function";
import { publishFunction } from "@/server/functions/publish-function";
import { readSource } from "@/server/functions/read-source";
import { saveFunctionDraft } from "@/server/functions/save-function-draft";

export interface ImportFunctionInput {
  source: string;
  description?: string;
  /** Keep it as the draft instead of publishing it. */
  draft?: boolean;
  note?: string;
}

/**
 * Takes a function from a script: a new one, or the new draft of the one with the same name; and publishes it unless it
 * is to stay a draft. Code that cannot run changes nothing, as a script cannot be asked for the name it meant.
 *
 * @throws AppError FUNCTION_INVALID for code that cannot run; CONFLICT when somebody saved at the same moment
 */
export async function importFunction(app: App, actor: Actor, input: ImportFunctionInput): Promise<CreatedFunction> {
  const { source, description, draft, note } = input;
  const { name } = readSource(source);
  const existing = await app.db.function.findFirst({
    where: { workspaceId: actor.workspaceId, name, deletedAt: null },
    orderBy: [{ latestVersion: "desc" }, { createdAt: "asc" }],
    select: { id: true, revision: true, latestVersion: true },
  });
  if (!existing) return createFunction(app, actor, input);
  const { id, latestVersion } = existing;
  const { revision } = await saveFunctionDraft(app, actor, { id, revision: existing.revision, source, description });
  if (draft) return { id, name, revision, version: latestVersion };
  const { version } = await publishFunction(app, actor, { id, revision, note });
  return { id, name, revision, version };
}
