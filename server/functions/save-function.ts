import { uuidv7 } from "uuidv7";
import { AppError } from "@/core/execution/errors";
import type { Actor, App } from "@/server/app";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { claimFunctionName } from "@/server/functions/claim-function-name";
import { findFunction } from "@/server/functions/find-function";
import { type FunctionUse, functionUses } from "@/server/functions/function-uses";
import { readSource } from "@/server/functions/read-source";

export interface SaveFunctionInput {
  id: string;
  source: string;
  description?: string;
  /** The version that was edited. */
  version: number;
}

export interface SavedFunction {
  name: string;
  version: number;
  /** Live automations that still hold an older version, until they are published again. */
  liveCallers: FunctionUse[];
}

/**
 * Saves a function. Other code than before makes a new version, which automations take when they are published next.
 *
 * @throws AppError NOT_FOUND; FUNCTION_INVALID for code that cannot run; CONFLICT when somebody saved meanwhile or the
 *   name is taken; IN_USE when its name changes although automations call it
 */
export async function saveFunction(app: App, actor: Actor, input: SaveFunctionInput): Promise<SavedFunction> {
  const { workspaceId } = actor;
  const before = await findFunction(app, actor, input.id);
  const { name, signature } = readSource(input.source);
  const users = (await functionUses(app, actor)).get(before.name) ?? [];
  if (name !== before.name && users.length > 0) throw renamedInUse(users);
  const isNew = input.source !== before.source;
  const version = isNew ? before.latestVersion + 1 : before.latestVersion;
  const personId = await ownerOfNew(app, actor);
  const now = app.clock.now();
  await app.db.$transaction(async (tx) => {
    await claimFunctionName(tx, { workspaceId, name, functionId: before.id });
    const { count } = await tx.function.updateMany({
      where: { id: before.id, workspaceId, deletedAt: null, latestVersion: input.version },
      data: {
        name,
        description: input.description,
        source: input.source,
        signature: { ...signature },
        latestVersion: version,
        updatedById: personId,
        updatedAt: now,
      },
    });
    if (count === 0) throw new AppError("CONFLICT", { what: "function", version: before.latestVersion });
    if (!isNew) return;
    await tx.functionVersion.create({
      data: {
        id: uuidv7(),
        workspaceId,
        functionId: before.id,
        number: version,
        source: input.source,
        signature: { ...signature },
        createdById: personId,
        createdAt: now,
      },
    });
  });
  await app.changes.notify({ kind: "function", workspaceId, id: before.id });
  return { name, version, liveCallers: users.filter(({ live }) => live && live.functionVersion < version) };
}

function renamedInUse(users: FunctionUse[]): AppError {
  const names = users.map(({ name }) => name).join(", ");
  return new AppError("IN_USE", { users: names }, { details: { users: users.map((user) => ({ ...user })) } });
}
