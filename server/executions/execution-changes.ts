import { EventEmitter, on } from "node:events";
import { roleAllows } from "@/core/users/roles";
import type { Actor, App } from "@/server/app";
import { findExecution } from "@/server/executions/find-execution";

/**
 * Tells the ids of executions that started, went on or ended, as it happens. People who may not see all of them are told
 * of their own.
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
): AsyncGenerator<{ id: string }> {
  if (input.id) await findExecution(app, actor, input.id);
  const events = new EventEmitter();
  const seesAll = roleAllows(actor.role, "builder");
  const unsubscribe = app.changes.subscribe(({ kind, workspaceId, id }) => {
    if (kind === "execution" && workspaceId === actor.workspaceId && (!input.id || input.id === id)) {
      events.emit("change", id);
    }
  });
  try {
    for await (const [id] of on(events, "change", { signal })) {
      if (seesAll || input.id || (await isOwn(app, actor, String(id)))) yield { id: String(id) };
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
