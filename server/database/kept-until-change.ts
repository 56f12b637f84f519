import type { App } from "@/server/app";
import type { Change } from "@/server/database/changes";

/**
 * Keeps what was read of a workspace in this process's memory until a change of its kind is announced. What is still being
 * read is kept as well, so that a change meanwhile drops it, and nothing read before the change answers after it.
 *
 * @param kind the changes that drop everything kept
 * @param read null where there is nothing, which is not kept: anybody can make up names
 * @returns the read, from memory where it can be
 */
export function keptUntilChange<Found>(
  kind: Change["kind"],
  read: (app: App, workspaceId: string, name: string) => Promise<Found | null>,
): (app: App, workspaceId: string, name?: string) => Promise<Found | null> {
  const keptBy = new WeakMap<App, Map<string, Promise<Found | null>>>();

  const watch = (app: App) => {
    const kept = new Map<string, Promise<Found | null>>();
    keptBy.set(app, kept);
    app.changes.subscribe(
      (change) => change.kind === kind && kept.clear(),
      () => kept.clear(),
    );
    return kept;
  };

  return (app, workspaceId, name = "") => {
    const kept = keptBy.get(app) ?? watch(app);
    const key = `${workspaceId}/${name}`;
    const known = kept.get(key);
    if (known) return known;
    const reading = read(app, workspaceId, name);
    kept.set(key, reading);
    const forget = () => kept.get(key) === reading && kept.delete(key);
    reading.then((found) => found ?? forget(), forget);
    return reading;
  };
}
