import type { Actor, App } from "@/server/app";
import { keptUntilChange } from "@/server/database/kept-until-change";
import { loadModules, type StoredModule } from "@/server/records/load-modules";

const keptModules = keptUntilChange("module", (app, workspaceId) => loadModules(app.pool, workspaceId));

/**
 * The record types of a workspace, in the order people see them. Answered from memory until a process changes them.
 *
 * @returns shared objects: never change them
 */
export async function listModules(app: App, { workspaceId }: Pick<Actor, "workspaceId">): Promise<StoredModule[]> {
  return (await keptModules(app, workspaceId)) ?? [];
}
