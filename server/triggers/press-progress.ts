import { type ExecutionStatus, isFinal, isPutAway } from "@/core/execution/statuses";
import type { Actor, App } from "@/server/app";
import { type PressResult, pressResult } from "@/server/triggers/press-result";

export interface PressProgress {
  /** The label of the step that is acting now; null before the first and between two. */
  step: string | null;
  /** How it ended, or that it waits; null while it runs, or while nothing is known of the press. */
  result: PressResult | null;
}

/** Where a press of this person stands, by the request id it was sent with. */
export async function pressProgress(app: App, actor: Actor, input: { requestId: string }): Promise<PressProgress> {
  const { rows } = await app.pool.query<{ id: string; status: ExecutionStatus; step: string | null }>({
    name: "press-progress",
    text: PROGRESS,
    values: [actor.workspaceId, input.requestId, actor.userId],
  });
  const [execution] = rows;
  if (!execution) return { step: null, result: null };
  const isOver = isFinal(execution.status) || isPutAway(execution.status);
  const result = isOver ? await pressResult(app, actor, execution.id) : null;
  return { step: execution.step, result };
}

const PROGRESS = `
  SELECT e.id, e.status, (
    SELECT node->>'label' FROM execution_effect f, automation_version v, jsonb_array_elements(v.document->'nodes') node
    WHERE f.execution_id = e.id AND f.status = 'intent' AND v.id = e.version_id AND node->>'id' = f.node_id
    ORDER BY f.started_at DESC LIMIT 1
  ) AS step
  FROM execution e WHERE e.workspace_id = $1 AND e.request_id = $2 AND e.started_by_id = $3`;
