import { EventEmitter, on } from "node:events";
import { roleAllows } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";
import { findExecution } from "@/server/executions/find-execution";

/** The execution that changed; null when any may have, so that whoever listens looks again. */
export interface ExecutionChange {
  id: string | null;
}

/**
 * Tells which executions started, went on or ended, as it happens. People who may not see all of them are told of their
 * own. The first answer comes at once: what changed between the last look and now would be missed otherwise, and so it is
 * after the listening connection was lost.
 *
 * @param input.id only this execution's changes
 * @param signal ends it
 * @throws AppError NOT_FOUND when the named execution is none this person may see
 */
export async function* executionChanges(
  app: App,
  actor: Actor,
  input: { id?: string },
  signal: AbortSignal | undefined,
): AsyncGenerator<ExecutionChange> {
  if (input.id) await findExecution(app, actor, input.id);
  const events = new EventEmitter();
  const seesAll = roleAllows(actor.role, "builder");
  const unsubscribe = app.changes.subscribe(
    ({ kind, workspaceId, id }) => {
      if (kind === "execution" && workspaceId === actor.workspaceId && (!input.id || input.id === id)) {
        events.emit("change", id);
      }
    },
    () => events.emit("change", null),
  );
  try {
    const changes = on(events, "change", { signal });
    yield { id: null };
    for await (const change of changes) {
      const id: string | null = change[0];
      if (id === null || seesAll || input.id || (await isOwn(app, actor, id))) yield { id };
    }
  } catch (thrown) {
    if (!signal?.aborted) throw thrown;
  } finally {
    unsubscribe();
  }
}

async function isOwn(app: App, actor: Actor, id: string): Promise<boolean> {
  const { rows } = await app.pool.query({
    name: "own-execution",
    text: "SELECT 1 FROM execution WHERE workspace_id = $1 AND id = $2 AND started_by_id = $3",
    values: [actor.workspaceId, id, actor.userId],
  });
  return rows.length > 0;
}
