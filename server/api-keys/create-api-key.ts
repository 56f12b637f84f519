import { createHash, randomBytes } from "node:crypto";
import { uuidv7 } from "uuidv7";
import { AppError } from "@/core/execution/errors";
import { makeApiKey } from "@/server/api-keys/key-format";
import type { Actor, App } from "@/server/app";

/**
 * Makes a key that may call one automation.
 *
 * @returns the key itself, which is shown once and never again
 * @throws NOT_FOUND when the automation is not in the workspace
 */
export async function createApiKey(
  app: App,
  actor: Actor,
  input: { automationId: string; name: string },
): Promise<{ id: string; key: string }> {
  const automation = await app.db.automation.findFirst({
    where: { id: input.automationId, workspaceId: actor.workspaceId, deletedAt: null },
    select: { id: true },
  });
  if (!automation) throw new AppError("NOT_FOUND", { what: "automation", id: input.automationId });

  const { key, publicId, secret } = makeApiKey(randomBytes);
  const id = uuidv7();
  await app.db.apiKey.create({
    data: {
      id,
      workspaceId: actor.workspaceId,
      publicId,
      secretHash: new Uint8Array(createHash("sha256").update(secret).digest()),
      name: input.name,
      scopes: ["execute"],
      automationId: automation.id,
      createdById: actor.userId,
      createdAt: app.clock.now(),
    },
  });
  return { id, key };
}
