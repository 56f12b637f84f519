import { uuidv7 } from "uuidv7";
import type { Actor, App } from "@/server/app";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { claimFunctionName } from "@/server/functions/claim-function-name";
import { NO_SIGNATURE, readDraft } from "@/server/functions/read-draft";
import { typedSource } from "@/server/functions/typed-source";

export interface CreateFunctionInput {
  /** TypeScript with one exported function, whose name and signature are the function's. */
  source: string;
  description?: string;
  /** Keep it as a draft, which may be unreadable, instead of publishing it as version 1. */
  draft?: boolean;
  /** For the version. */
  note?: string;
}

export interface CreatedFunction {
  id: string;
  /** "" for a draft whose first line cannot be read yet. */
  name: string;
  revision: number;
  /** 0 for a draft. */
  version: number;
}

/**
 * Makes a function, and publishes it unless it is to stay a draft.
 *
 * @throws AppError unless it is to stay a draft: FUNCTION_INVALID for code that cannot run, CONFLICT when its name is taken
 */
export async function createFunction(app: App, actor: Actor, input: CreateFunctionInput): Promise<CreatedFunction> {
  const { workspaceId } = actor;
  const { source } = input;
  const head = input.draft ? readDraft(source) : await typedSource(app, actor, source);
  const name = head.name ?? "";
  const signature = { ...(head.signature ?? NO_SIGNATURE) };
  const version = input.draft ? 0 : 1;
  const revision = 1;
  const personId = await ownerOfNew(app, actor);
  const now = app.clock.now();
  const id = uuidv7();
  const first = {
    id: uuidv7(),
    workspaceId,
    number: 1,
    source,
    signature,
    note: input.note ?? null,
    createdById: personId,
    createdAt: now,
  };
  await app.db.$transaction(async (tx) => {
    if (!input.draft) await claimFunctionName(tx, { workspaceId, name, functionId: id });
    await tx.function.create({
      data: {
        id,
        workspaceId,
        name,
        description: input.description ?? "",
        source,
        signature,
        revision,
        publishedRevision: input.draft ? null : revision,
        latestVersion: version,
        createdById: personId,
        createdAt: now,
        updatedById: personId,
        updatedAt: now,
        versions: input.draft ? undefined : { create: first },
      },
    });
  });
  await app.changes.notify({ kind: "function", workspaceId, id });
  return { id, name, revision, version };
}
