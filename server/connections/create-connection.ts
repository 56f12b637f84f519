import { uuidv7 } from "uuidv7";
import { AppError } from "@/core/execution/errors";
import { findService } from "@/core/services/catalogue";
import type { ApiKeyAuth } from "@/core/services/service";
import type { Actor, App } from "@/server/app";
import { ownerOfNew } from "@/server/automations/owner-of-new";
import { parseBaseUrl } from "@/server/connections/base-url";
import { linkNameFor } from "@/server/connections/link-name";
import { SECRET_FIELD, secretPlace } from "@/server/connections/secret-place";

export interface CreateConnectionInput {
  /** Key in the catalogue; null for any other address. */
  serviceKey: string | null;
  name: string;
  /** Needed where the service does not fix it. */
  baseUrl?: string;
  /** How the key travels; a service of the catalogue knows. */
  auth?: ApiKeyAuth;
  secret: string;
  /** Its name in code; made from `name` when left out. */
  linkName?: string;
}

/**
 * Adds an account that automations may act with. The secret is encrypted and never given back.
 *
 * @throws AppError HTTP_BAD_REQUEST for a base URL that cannot be called, NOT_FOUND for an unknown service,
 *   BAD_REQUEST when base URL or auth is missing, CONFLICT when the name in code is taken
 */
export async function createConnection(
  app: App,
  actor: Actor,
  input: CreateConnectionInput,
): Promise<{ id: string; linkName: string }> {
  const { workspaceId } = actor;
  const { baseUrl, auth } = destination(input);
  const taken = await app.db.connection.findMany({ where: { workspaceId }, select: { linkName: true } });
  const linkName = input.linkName ?? linkNameFor(input.name, new Set(taken.map((row) => row.linkName)));
  const id = uuidv7();
  const sealed = await app.secretBox.seal(secretPlace(workspaceId, id), input.secret);
  const createdById = await ownerOfNew(app, actor);
  const now = app.clock.now();
  // Checked by the insert itself, as somebody may take the name meanwhile.
  const created = await app.db.$transaction(async (tx) => {
    const { count } = await tx.connection.createMany({
      data: {
        id,
        workspaceId,
        serviceKey: input.serviceKey,
        name: input.name,
        linkName,
        baseUrl,
        auth: { ...auth },
        createdById,
        createdAt: now,
        updatedAt: now,
        status: "connected",
      },
      skipDuplicates: true,
    });
    if (count === 0) return false;
    await tx.connectionSecret.create({
      data: { connectionId: id, workspaceId, field: SECRET_FIELD, ...sealed, updatedAt: now },
    });
    return true;
  });
  if (!created) throw new AppError("CONFLICT", { what: "link-name", name: linkName });
  await app.changes.notify({ kind: "connection", workspaceId, id });
  return { id, linkName };
}

/** Where the key goes and how: what the service says, completed by what the person says. */
function destination(input: CreateConnectionInput): { baseUrl: string; auth: ApiKeyAuth } {
  const service = input.serviceKey === null ? undefined : findService(input.serviceKey);
  if (input.serviceKey !== null && !service) throw new AppError("NOT_FOUND", { what: "service", id: input.serviceKey });
  const baseUrl = service?.baseUrl || input.baseUrl;
  const auth = service?.auth ?? input.auth;
  if (!baseUrl) throw new AppError("BAD_REQUEST", { reason: "baseUrl" });
  if (!auth) throw new AppError("BAD_REQUEST", { reason: "auth" });
  return { baseUrl: parseBaseUrl(baseUrl), auth };
}
