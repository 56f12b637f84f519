import { AppError } from "@/core/execution/errors";
import { LIMITS } from "@/core/execution/limits";
import type { App } from "@/server/app";

/** How long a count is used; in between what this process adds is added to it. */
const COUNTED_MS = 1_000;
/** A full queue is not empty in a moment. */
const AGAIN_SECONDS = 10;

interface Count {
  readAt: number;
  queued: Promise<number>;
  added: number;
}

const countsOf = new WeakMap<App, Map<string, Count>>();

/**
 * Refuses what a caller wants to put into the queue of a workspace that is full. What causes an execution inside a
 * transaction of its own is not asked: a record that is saved is saved.
 *
 * @throws AppError TOO_MANY_REQUESTS
 */
export async function claimQueueRoom(app: App, workspaceId: string): Promise<void> {
  const counts = countsOf.get(app) ?? new Map<string, Count>();
  countsOf.set(app, counts);
  const known = counts.get(workspaceId);
  const isFresh = known && performance.now() - known.readAt < COUNTED_MS;
  const count = isFresh ? known : { readAt: performance.now(), queued: countQueued(app, workspaceId), added: 0 };
  counts.set(workspaceId, count);
  count.queued.catch(() => counts.delete(workspaceId));
  if ((await count.queued) + count.added >= LIMITS.queuedExecutions) {
    throw new AppError("TOO_MANY_REQUESTS", { seconds: AGAIN_SECONDS });
  }
  count.added += 1;
}

async function countQueued(app: App, workspaceId: string): Promise<number> {
  const { rows } = await app.pool.query<{ queued: number }>({
    name: "count-queued",
    text: `SELECT count(*)::int AS queued FROM (
             SELECT 1 FROM execution WHERE workspace_id = $1 AND status = 'queued' LIMIT $2) AS found`,
    values: [workspaceId, LIMITS.queuedExecutions],
  });
  return rows[0]?.queued ?? 0;
}
