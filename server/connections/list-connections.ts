import type { Actor, App } from "@/server/app";
import { type ConnectionUse, connectionUses } from "@/server/connections/connection-uses";

export type ConnectionStatus = "connected" | "refused" | "no-secret";

/** A connection as people see it; never with its secret. */
export interface ConnectionRow {
  id: string;
  serviceKey: string | null;
  name: string;
  linkName: string;
  baseUrl: string;
  status: ConnectionStatus;
  lastUsedAt: Date | null;
  createdAt: Date;
  createdBy: string | null;
  usedBy: ConnectionUse[];
}

/** Lists the accounts of the workspace by name. */
export async function listConnections(app: App, actor: Actor): Promise<ConnectionRow[]> {
  const [rows, uses] = await Promise.all([
    app.db.connection.findMany({
      where: { workspaceId: actor.workspaceId },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    connectionUses(app, actor),
  ]);
  const people = await app.db.user.findMany({
    where: { id: { in: rows.map(({ createdById }) => createdById) } },
    select: { id: true, name: true },
  });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return rows.map(({ id, serviceKey, name, linkName, baseUrl, status, lastUsedAt, createdAt, createdById }) => ({
    id,
    serviceKey,
    name,
    linkName,
    baseUrl,
    status: status as ConnectionStatus,
    lastUsedAt,
    createdAt,
    createdBy: names.get(createdById) ?? null,
    usedBy: uses.get(linkName) ?? [],
  }));
}
