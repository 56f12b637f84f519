import type { ApiKeyAuth } from "@/core/services/service";
import type { Actor, App } from "@/server/app";
import { ApiKeyAuthSchema } from "@/server/connections/api-key-auth";
import { findConnection } from "@/server/connections/find-connection";
import { type ConnectionRow, listConnections } from "@/server/connections/list-connections";

export interface ConnectionDetail extends ConnectionRow {
  auth: ApiKeyAuth;
}

/**
 * One connection with its settings; never with its secret.
 *
 * @throws AppError NOT_FOUND
 */
export async function getConnection(app: App, actor: Actor, input: { id: string }): Promise<ConnectionDetail> {
  const { id, auth } = await findConnection(app, actor, input.id);
  const rows = await listConnections(app, actor);
  const row = rows.find((candidate) => candidate.id === id)!;
  return { ...row, auth: ApiKeyAuthSchema.parse(auth) };
}
