import type { JournalEffect, JournalStep } from "@/core/execution/journal";
import type { Actor, App } from "@/server/app";
import { type StoredStep, stepsOfRows } from "@/server/runtime/journal/steps-of-rows";

/** Reads the steps and effects of an execution, in the order they started. */
export async function readJournal(
  app: App,
  actor: Actor,
  executionId: string,
): Promise<{ steps: JournalStep[]; effects: JournalEffect[] }> {
  const values = [actor.workspaceId, executionId];
  const [steps, effects] = await Promise.all([
    app.pool.query<StoredStep>({ name: "read-steps", text: STEPS, values }),
    app.pool.query<JournalEffect>({ name: "read-effects", text: EFFECTS, values }),
  ]);
  return {
    steps: stepsOfRows(steps.rows),
    effects: effects.rows,
  };
}

const MILLISECONDS = "(extract(epoch FROM started_at) * 1000)::float8";

const STEPS = `
  SELECT node_id AS "nodeId", path, attempt, ordinal, status, handled, input, output, handle, error, log, statements,
         lines, ${MILLISECONDS} AS "startedAt", duration_ms AS "durationMs", rounds
    FROM execution_step WHERE workspace_id = $1 AND execution_id = $2`;

const EFFECTS = `
  SELECT node_id AS "nodeId", path, attempt, ordinal, kind, target, status, request, result, error,
         idempotency_key AS "idempotencyKey", ${MILLISECONDS} AS "startedAt", duration_ms AS "durationMs"
    FROM execution_effect WHERE workspace_id = $1 AND execution_id = $2 ORDER BY started_at, node_id, path, ordinal`;
