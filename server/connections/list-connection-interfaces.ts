import type { ConnectionInterface } from "@/core/compiler/program";
import type { Actor, App } from "@/server/app";

/** What the compiler and the editor know of the workspace's connections. */
export async function listConnectionInterfaces(app: App, actor: Actor): Promise<ConnectionInterface[]> {
  return app.db.connection.findMany({
    where: { workspaceId: actor.workspaceId },
    select: { linkName: true, name: true, serviceKey: true },
    orderBy: { name: "asc" },
  });
}
