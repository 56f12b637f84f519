import type { Actor, App } from "@/server/app";

/** Reads the functions of the workspace with their code, for those who ask which of them use something. */
export async function functionSources(app: App, actor: Actor): Promise<{ id: string; name: string; source: string }[]> {
  return app.db.function.findMany({
    where: { workspaceId: actor.workspaceId, deletedAt: null },
    select: { id: true, name: true, source: true },
    orderBy: { name: "asc" },
  });
}
