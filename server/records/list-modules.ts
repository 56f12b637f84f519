import type { Actor, App } from "@/server/app";
import { loadModules, type StoredModule } from "@/server/records/load-modules";

type ModulesByWorkspace = Map<string, Promise<StoredModule[]>>;

/** One map a process, dropped when a change of record types is announced. */
const caches = new WeakMap<App, ModulesByWorkspace>();

/**
 * The record types of a workspace, in the order people see them. Answered from memory until a process changes them.
 *
 * @returns shared objects: never change them
 */
export async function listModules(app: App, { workspaceId }: Pick<Actor, "workspaceId">): Promise<StoredModule[]> {
  const cache = cacheOf(app);
  let modules = cache.get(workspaceId);
  if (!modules) {
    modules = loadModules(app.pool, workspaceId);
    cache.set(workspaceId, modules);
    modules.catch(() => cache.delete(workspaceId));
  }
  return modules;
}

function cacheOf(app: App): ModulesByWorkspace {
  const known = caches.get(app);
  if (known) return known;
  const cache: ModulesByWorkspace = new Map();
  caches.set(app, cache);
  app.changes.subscribe(
    ({ kind, workspaceId }) => kind === "module" && cache.delete(workspaceId),
    () => cache.clear(),
  );
  return cache;
}
