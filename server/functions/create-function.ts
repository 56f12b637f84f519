import { uuidv7 } from "uuidv7";
import type { Actor, App } from "@/server/app";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { claimFunctionName } from "@/server/functions/claim-function-name";
import { readSource } from "@/server/functions/read-source";

export interface CreateFunctionInput {
  /** TypeScript with one exported function, whose name and signature are the function's. */
  source: string;
  description?: string;
}

/**
 * Makes a function with its first version.
 *
 * @throws AppError FUNCTION_INVALID for code that cannot run, CONFLICT when its name is taken
 */
export async function createFunction(
  app: App,
  actor: Actor,
  input: CreateFunctionInput,
): Promise<{ id: string; name: string; version: number }> {
  const { workspaceId } = actor;
  const { name, signature } = readSource(input.source);
  const personId = await ownerOfNew(app, actor);
  const now = app.clock.now();
  const id = uuidv7();
  await app.db.$transaction(async (tx) => {
    await claimFunctionName(tx, { workspaceId, name, functionId: id });
    await tx.function.create({
      data: {
        id,
        workspaceId,
        name,
        description: input.description ?? "",
        source: input.source,
        signature: { ...signature },
        latestVersion: 1,
        createdById: personId,
        createdAt: now,
        updatedById: personId,
        updatedAt: now,
        versions: {
          create: {
            id: uuidv7(),
            workspaceId,
            number: 1,
            source: input.source,
            signature: { ...signature },
            createdById: personId,
            createdAt: now,
          },
        },
      },
    });
  });
  await app.changes.notify({ kind: "function", workspaceId, id });
  return { id, name, version: 1 };
}
