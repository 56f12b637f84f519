import { uuidv7 } from "uuidv7";
import type { Diagnostic } from "@/core/compiler/diagnostic";
import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { claimFunctionName } from "@/server/functions/claim-function-name";
import { findFunction } from "@/server/functions/find-function";
import { type FunctionUse, functionUses } from "@/server/functions/function-uses";
import { newestVersion } from "@/server/functions/newest-version";
import { typedSource } from "@/server/functions/typed-source";

export interface PublishFunctionInput {
  id: string;
  /** The revision the person saw. */
  revision: number;
  note?: string;
}

export interface PublishedFunction {
  name: string;
  version: number;
  /** Live automations that still hold an older version: nothing changes under them. */
  liveCallers: FunctionUse[];
  /** What does not fit in its types. */
  diagnostics: Diagnostic[];
}

/**
 * Makes the draft the newest version, which automations take when they are published next. A draft that is that already
 * makes no other.
 *
 * @throws AppError NOT_FOUND; FUNCTION_INVALID for code that cannot run; CONFLICT when the draft has another revision by
 *   now or the name is taken; IN_USE when its name changes although automations call it
 */
export async function publishFunction(app: App, actor: Actor, input: PublishFunctionInput): Promise<PublishedFunction> {
  const { workspaceId } = actor;
  const before = await findFunction(app, actor, input.id);
  if (before.revision !== input.revision) throw conflict(before.revision);
  const { name, signature, diagnostics } = await typedSource(app, actor, before.source);
  const users = (await functionUses(app, actor)).get(before.name) ?? [];
  const isRenamed = before.latestVersion > 0 && name !== before.name;
  if (isRenamed && users.length > 0) throw renamedInUse(users);
  const newest = await newestVersion(app, actor, before.id);
  if (newest?.source === before.source) {
    return { name, version: newest.number, liveCallers: behind(newest.number), diagnostics };
  }

  const version = before.latestVersion + 1;
  const personId = await ownerOfNew(app, actor);
  await app.db.$transaction(async (tx) => {
    await claimFunctionName(tx, { workspaceId, name, functionId: before.id });
    const { count } = await tx.function.updateMany({
      where: {
        id: before.id,
        workspaceId,
        deletedAt: null,
        revision: input.revision,
        latestVersion: before.latestVersion,
      },
      data: { name, signature: { ...signature }, latestVersion: version, publishedRevision: input.revision },
    });
    if (count === 0) throw conflict(null);
    await tx.functionVersion.create({
      data: {
        id: uuidv7(),
        workspaceId,
        functionId: before.id,
        number: version,
        source: before.source,
        signature: { ...signature },
        note: input.note ?? null,
        createdById: personId,
        createdAt: app.clock.now(),
      },
    });
  });
  await app.changes.notify({ kind: "function", workspaceId, id: before.id });
  return { name, version, liveCallers: behind(version), diagnostics };

  function behind(than: number): FunctionUse[] {
    return users.filter(({ live }) => live && live.functionVersion < than);
  }
}

const conflict = (revision: number | null) => new AppError("CONFLICT", { what: "function", revision });

function renamedInUse(users: FunctionUse[]): AppError {
  const names = users.map(({ name }) => name).join(", ");
  return new AppError("IN_USE", { users: names }, { details: { users: users.map((user) => ({ ...user })) } });
}
