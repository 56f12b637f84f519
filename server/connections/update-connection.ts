import type { ApiKeyAuth } from "@/core/services/service";
import type { Actor, App } from "@/server/app";
import { parseBaseUrl } from "@/server/connections/base-url";
import { findConnection } from "@/server/connections/find-connection";
import { SECRET_FIELD, secretPlace } from "@/server/connections/secret-place";

export interface UpdateConnectionInput {
  id: string;
  name?: string;
  baseUrl?: string;
  auth?: ApiKeyAuth;
  /** Takes the place of the stored key. */
  secret?: string;
}

/**
 * Changes a connection. A base URL at another origin without a new key takes the stored key away: a key goes only where
 * the person who entered it meant it to go.
 *
 * @returns whether the stored key was removed
 * @throws AppError NOT_FOUND, HTTP_BAD_REQUEST for a base URL that cannot be called
 */
export async function updateConnection(
  app: App,
  actor: Actor,
  input: UpdateConnectionInput,
): Promise<{ secretRemoved: boolean }> {
  const { workspaceId } = actor;
  const before = await findConnection(app, actor, input.id);
  const baseUrl = input.baseUrl === undefined ? before.baseUrl : parseBaseUrl(input.baseUrl);
  const moved = new URL(baseUrl).origin !== new URL(before.baseUrl).origin;
  const sealed = input.secret && (await app.secretBox.seal(secretPlace(workspaceId, before.id), input.secret));
  const secretRemoved = moved && !sealed && before.status !== "no-secret";
  const now = app.clock.now();
  await app.db.$transaction(async (tx) => {
    if (sealed || moved) await tx.connectionSecret.deleteMany({ where: { connectionId: before.id, workspaceId } });
    if (sealed) {
      await tx.connectionSecret.create({
        data: { connectionId: before.id, workspaceId, field: SECRET_FIELD, ...sealed, updatedAt: now },
      });
    }
    await tx.connection.updateMany({
      where: { id: before.id, workspaceId },
      data: {
        name: input.name,
        baseUrl,
        auth: input.auth && { ...input.auth },
        status: sealed ? "connected" : moved ? "no-secret" : undefined,
        updatedAt: now,
      },
    });
  });
  await app.changes.notify({ kind: "connection", workspaceId, id: before.id });
  return { secretRemoved };
}
